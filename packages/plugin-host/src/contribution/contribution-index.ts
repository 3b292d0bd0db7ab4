import { nameTaken } from '../host/host-errors.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
import type { PluginStatus } from '../host/plugin-state.ts'
import type { HandlerKind } from '../isolation/runtime.ts'
import type { ContributionItems, PointName } from '../manifest/points/all-points.ts'
import { type WhenClause, parseWhen } from '../when/when-clause.ts'
import type { WhenContext } from '../when/evaluate.ts'
import type { AfterviewError } from '@afterview/time'

/** A contribution with its owner. It works from registration on, whatever its owner's state is. */
export interface Contribution<Item> {
  readonly pluginId: string
  readonly item: Item
  /** Menu or place of a view. */
  readonly place?: string
  /** State of the plugin: contributions of a failed one stay visible, marked by this. */
  readonly status: PluginStatus
}

/** What all plugins contribute. */
export interface ContributionIndex {
  /** Adds what a plugin declares. Names that another plugin has are left out and told. */
  add(record: PluginRecord): readonly AfterviewError[]
  remove(record: PluginRecord): void
  /** The contributions of a point, in order of registration, whose `when` holds in `context`; all without one. */
  list<Name extends PointName>(
    name: Name,
    context?: WhenContext,
  ): readonly Contribution<ContributionItems[Name]>[]
  /** The plugin that declares a handler. */
  ownerOf(kind: HandlerKind, id: string): PluginRecord | undefined
  /** The declaration of a command. */
  command(id: string): DeclaredCommand | undefined
  commandIds(): readonly string[]
}

/** A command as declared, its enablement parsed. */
export interface DeclaredCommand {
  readonly record: PluginRecord
  readonly item: ContributionItems['commands']
  readonly enablement: WhenClause | undefined
}

/** Makes an empty index. */
export function createContributionIndex(): ContributionIndex {
  const records: PluginRecord[] = []
  const owners = new Map<string, PluginRecord>()
  const commands = new Map<string, DeclaredCommand>()
  const clauses = createClauseCache()
  return {
    add(record) {
      records.push(record)
      const taken = claimHandlers(record, owners)
      for (const { item } of record.manifest.contributes.commands) {
        if (owners.get(`command:${item.command}`) !== record) continue
        const enablement = clauses.parse(item.enablement)
        commands.set(item.command, { record, item, enablement })
      }
      return taken
    },
    remove(record) {
      records.splice(records.indexOf(record), 1)
      for (const [key, owner] of owners) if (owner === record) owners.delete(key)
      for (const [id, command] of commands) if (command.record === record) commands.delete(id)
    },
    list: (name, context) => records.flatMap((record) => listOf(record, name, clauses, context)),
    ownerOf: (kind, id) => owners.get(`${kind}:${id}`),
    command: (id) => commands.get(id),
    commandIds: () => [...commands.keys()],
  }
}

function claimHandlers(
  record: PluginRecord,
  owners: Map<string, PluginRecord>,
): readonly AfterviewError[] {
  return record.handlers.flatMap(({ kind, id }) => {
    const key = `${kind}:${id}`
    const owner = owners.get(key)
    if (owner === undefined) owners.set(key, record)
    // Several plugins may provide one token: who is asked is decided by version and order.
    return owner === undefined || kind === 'service' ? [] : [nameTaken(record.id, key, owner.id)]
  })
}

function listOf<Name extends PointName>(
  record: PluginRecord,
  name: Name,
  clauses: ClauseCache,
  context: WhenContext | undefined,
): readonly Contribution<ContributionItems[Name]>[] {
  const { status } = record.state
  const found: Contribution<ContributionItems[Name]>[] = []
  for (const { item, place } of record.manifest.contributes[name]) {
    const when = 'when' in item ? clauses.parse(item.when) : undefined
    if (context !== undefined && when !== undefined && !when.evaluate(context)) continue
    found.push({ pluginId: record.id, item, status, ...(place === undefined ? {} : { place }) })
  }
  return found
}

/** Parses each clause once. */
interface ClauseCache {
  /** `undefined` for no clause. Manifests hold only clauses that can be read. */
  parse(text: string | undefined): WhenClause | undefined
}

function createClauseCache(): ClauseCache {
  const parsed = new Map<string, WhenClause>()
  return {
    parse(text) {
      if (text === undefined) return undefined
      const known = parsed.get(text)
      if (known !== undefined) return known
      const clause = parseWhen(text)
      if (!clause.ok) return undefined
      parsed.set(text, clause)
      return clause
    },
  }
}
