import { AfterviewError } from '@afterview/time'
import { attempt } from '../attempt.ts'
import type { ContextKeys } from '../contribution/context-keys.ts'
import type { ContributionIndex, DeclaredCommand } from '../contribution/contribution-index.ts'
import type { Disposable } from '../disposable.ts'
import { cloneJson } from '../json-clone.ts'
import { type SchemaCheck, prepareSchema } from '../json-schema.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { didYouMean } from '../manifest/nearest-name.ts'
import { printWhen } from '../when/print.ts'
import { explainWhen } from '../when/when-clause.ts'
import { capabilityDenied } from './host-errors.ts'
import type { Answer } from '../isolation/runtime.ts'
import type { PluginCalls } from './plugin-calls.ts'
import type { PluginRecord } from './plugin-record.ts'

/** How a command is executed. */
export interface ExecuteOptions {
  /** Context keys for this call only, laid over the others. */
  readonly context?: JsonObject
  readonly signal?: AbortSignal
}

/** Commands of plugins and of the embedder. */
export interface Commands {
  /**
   * Runs a command, activating its plugin first.
   *
   * Rejects with `command-unknown`, `command-disabled` while its enablement does not hold,
   * `command-args-invalid`, `handler-failed`, or why its plugin cannot be used.
   */
  execute(id: string, args?: unknown, options?: ExecuteOptions): Promise<JsonValue>
  /** The same on behalf of a plugin: only its own commands and those that its manifest names. */
  executeFor(
    by: PluginRecord,
    id: string,
    args: JsonValue,
    signal?: AbortSignal,
  ): Promise<JsonValue>
  /** Adds a command of the embedder's own. @throws {AfterviewError} `command-taken`. */
  register(id: string, command: OwnCommand): Disposable
  /** The embedder's own commands. */
  own(id: string): OwnCommand | undefined
}

/** A command of the embedder. */
export interface OwnCommand {
  readonly title: string
  readonly run: (args: JsonValue, signal: AbortSignal | undefined) => unknown
}

/** What commands work with. */
export interface CommandsOptions {
  readonly index: ContributionIndex
  readonly context: ContextKeys
  readonly calls: PluginCalls
}

/** Makes the commands. */
export function createCommands({ index, context, calls }: CommandsOptions): Commands {
  const owned = new Map<string, OwnCommand>()
  const checks = new WeakMap<object, SchemaCheck>()
  const run = (
    id: string,
    args: JsonValue,
    { context: overlay, signal }: ExecuteOptions,
    by?: PluginRecord,
  ): Answer => {
    const own = owned.get(id)
    if (own !== undefined) return runOwn(id, own, args, signal)
    const command = index.command(id)
    if (command === undefined) throw unknownCommand(id, [...index.commandIds(), ...owned.keys()])
    requireEnabled(command, context.with(overlay))
    requireArgs(command, args, checks)
    const who = by === undefined && signal === undefined ? undefined : { by, signal }
    return calls.call(command.record, 'command', id, args, who)
  }
  return {
    execute: (id, args, options = noOptions) =>
      attempt(() => run(id, args === undefined ? null : argumentsOf(id, args), options)),
    executeFor: (by, id, args, signal) =>
      attempt(() => {
        requirePermission(by, id, index)
        return run(id, args, signal === undefined ? noOptions : { signal }, by)
      }),
    register(id, command) {
      if (owned.has(id) || index.command(id) !== undefined) throw takenCommand(id)
      owned.set(id, command)
      return { dispose: () => void (owned.get(id) === command && owned.delete(id)) }
    },
    own: (id) => owned.get(id),
  }
}

const noOptions: ExecuteOptions = {}

function argumentsOf(id: string, args: unknown): JsonValue {
  return cloneJson(args, () => `Arguments of ${id}`)
}

async function runOwn(
  id: string,
  command: OwnCommand,
  args: JsonValue,
  signal: AbortSignal | undefined,
): Promise<JsonValue> {
  return cloneJson(await command.run(args, signal), `The answer of ${id}`)
}

function requirePermission(by: PluginRecord, id: string, index: ContributionIndex): void {
  const isOwn = index.command(id)?.record === by
  const allowed = by.manifest.capabilities.commands ?? []
  if (isOwn || allowed.includes(id)) return
  const line = `"capabilities": { "commands": ["${id}"] }`
  throw capabilityDenied(by.id, `the command ${id}`, line)
}

function requireEnabled({ item, record, enablement }: DeclaredCommand, context: JsonObject): void {
  if (enablement === undefined || enablement.evaluate(context)) return
  const failed = explainWhen(enablement, context)
  const clauses = failed.map(({ clause }) => clause).join(' and ')
  throw new AfterviewError('command-disabled', {
    happened: `${item.command} can run only when ${printWhen(enablement.ast)}, and ${clauses} does not hold`,
    fix: 'run it when its condition holds',
    details: { command: item.command, pluginId: record.id, failed },
  })
}

function requireArgs(
  { item, record }: DeclaredCommand,
  args: JsonValue,
  checks: WeakMap<object, SchemaCheck>,
): void {
  if (args === null && item.args === undefined) return
  const [problem] = argsCheck(item, checks)(args)
  if (problem === undefined) return
  throw new AfterviewError('command-args-invalid', {
    happened: `${item.command} was called with wrong arguments: ${problem.pointer || 'they'}: ${problem.message}`,
    fix: `call ${item.command} with arguments after its schema`,
    details: { command: item.command, pluginId: record.id, pointer: problem.pointer },
  })
}

function argsCheck(
  item: DeclaredCommand['item'],
  checks: WeakMap<object, SchemaCheck>,
): SchemaCheck {
  const known = checks.get(item)
  if (known !== undefined) return known
  const prepared = item.args === undefined ? undefined : prepareSchema(item.args)
  const check: SchemaCheck = prepared?.ok === true ? prepared.check : takesNone
  checks.set(item, check)
  return check
}

function takesNone(args: unknown): ReturnType<SchemaCheck> {
  return args === null ? [] : [{ pointer: '', message: 'It takes none' }]
}

function unknownCommand(id: string, known: readonly string[]): AfterviewError {
  return new AfterviewError('command-unknown', {
    happened: `There is no command ${id}${didYouMean(id, known)}`,
    fix: 'use the id of a declared command',
    details: { command: id },
  })
}

function takenCommand(id: string): AfterviewError {
  return new AfterviewError('command-taken', {
    happened: `The command ${id} is there already`,
    fix: 'dispose the other registration, or choose another id',
    details: { command: id },
  })
}
