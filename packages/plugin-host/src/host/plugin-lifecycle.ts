import type { DeactivationReport } from '../activation/deactivation.ts'
import { dependenciesOf, findCycles } from '../activation/dependencies.ts'
import { toErrorData } from '../error-data.ts'
import { type Diagnostic, toDiagnostic } from '../manifest/diagnostic.ts'
import { dependencyCycle } from './host-errors.ts'
import type { HostParts } from './host-parts.ts'
import type { PluginPackage } from './plugin-package.ts'
import type { PluginRecord } from './plugin-record.ts'
import type { PluginState } from './plugin-state.ts'
import { type Registration, type RegistrationOptions, readPackage } from './registration.ts'

/** Registers packages, several at once, and finds circles among all plugins. The first of one id stays. */
export async function registerPackages(
  sources: readonly PluginPackage[],
  parts: HostParts,
  options: RegistrationOptions,
): Promise<readonly Registration[]> {
  const packages = await Promise.all(sources.map((source) => readPackage(source, options)))
  const registrations = packages.map(({ record, diagnostics }) =>
    record === undefined ? { isRegistered: false, diagnostics } : addRecord(record, parts),
  )
  resolveAll(parts)
  return registrations
}

function addRecord(record: PluginRecord, parts: HostParts): Registration {
  const pluginId = record.id
  if (parts.table.find(pluginId) !== undefined) {
    const twice = contributionTaken(`The plugin ${pluginId} is registered already`)
    return { pluginId, isRegistered: false, diagnostics: [...record.diagnostics, twice] }
  }
  parts.table.add(record)
  const taken = parts.index.add(record).map((error) => contributionTaken(error.message))
  parts.configuration.add(record)
  parts.events.add(record)
  return { pluginId, isRegistered: true, diagnostics: [...record.diagnostics, ...taken] }
}

function contributionTaken(message: string): Diagnostic {
  const help = 'rename it, or unload the other plugin'
  return toDiagnostic({ code: 'id-taken', pointer: '', message, help }, undefined)
}

/** Sorts out which plugins have all that they need, and which stand in a circle. */
function resolveAll({ table }: HostParts): void {
  const all = table.all()
  const needs = new Map(all.map((record) => [record.id, dependenciesOf(record, all)] as const))
  const cycles = findCycles(new Map([...needs].map(([id, { hard }]) => [id, hard] as const)))
  for (const record of all) {
    const { state } = record
    const path = cycles.get(record.id)
    const isComplete = needs.get(record.id)?.missing.length === 0
    if (path !== undefined && state.status !== 'failed') {
      table.move(record, { status: 'failed', error: toErrorData(dependencyCycle(record.id, path)) })
    } else if (path === undefined && isComplete && isUnresolved(state)) {
      table.move(record, { status: 'resolved' })
    }
  }
}

/** New, or held back by a circle that is gone. */
function isUnresolved(state: PluginState): boolean {
  if (state.status === 'registered') return true
  return state.status === 'failed' && state.error.code === 'dependency-cycle'
}

/** Deactivates a plugin after its dependents; gives up an activation and a restart to come. */
export async function deactivatePlugin(
  record: PluginRecord,
  { table, recovery, deactivator }: HostParts,
): Promise<readonly DeactivationReport[]> {
  recovery.forget(record)
  if (awaitsRestart(record)) table.move(record, { status: 'inactive' })
  return deactivator.deactivate(record)
}

function awaitsRestart({ state }: PluginRecord): boolean {
  return state.status === 'failed' && state.restartAt !== undefined
}

/** Takes a plugin out of the host, with everything that it contributes. */
export async function unloadPlugin(
  record: PluginRecord,
  parts: HostParts,
): Promise<readonly DeactivationReport[]> {
  record.isLeaving = true
  const reports = await deactivatePlugin(record, parts)
  parts.recovery.release(record)
  parts.events.remove(record)
  parts.index.remove(record)
  parts.configuration.remove(record)
  parts.table.remove(record.id)
  resolveAll(parts)
  return reports
}

/** Stops every plugin for good, those on which nobody depends first, plugins of one rank at once. */
export async function deactivateAll(parts: HostParts): Promise<readonly DeactivationReport[]> {
  const all = parts.table.all()
  for (const record of all) {
    record.isLeaving = true
    parts.recovery.release(record)
  }
  await Promise.all(all.map((record) => parts.activator.cancel(record)))
  const reports: DeactivationReport[] = []
  for (let rank = leaves(parts); rank.length > 0; rank = leaves(parts)) {
    const ended = await Promise.all(rank.map((record) => deactivatePlugin(record, parts)))
    reports.push(...ended.flat())
  }
  return reports
}

/** Plugins that run, and on which none that runs depends. */
function leaves({ table }: HostParts): readonly PluginRecord[] {
  const all = table.all()
  const up = all.filter(({ state }) => ['active', 'deactivating'].includes(state.status))
  const needed = new Set(up.flatMap((record) => dependenciesOf(record, all).hard))
  return up.filter(({ id }) => !needed.has(id))
}
