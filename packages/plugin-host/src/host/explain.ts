import type { ContextKeys } from '../contribution/context-keys.ts'
import type { ContributionIndex } from '../contribution/contribution-index.ts'
import type { JsonObject } from '../json-value.ts'
import { activationEventOf } from '../manifest/activation-event.ts'
import { didYouMean } from '../manifest/nearest-name.ts'
import { type FailedClause, explainWhen, parseWhen } from '../when/when-clause.ts'
import type { PluginState } from './plugin-state.ts'

/** Why a command shows and runs, or why not. */
export interface CommandExplanation {
  readonly command: string
  /** `undefined` when nobody declares it. */
  readonly pluginId?: string
  readonly state?: PluginState
  /** The event that loads its code. */
  readonly activationEvent?: string
  /** The parts of its enablement that do not hold, with the values that they saw. */
  readonly disabledBy: readonly FailedClause[]
  /** The menus that do not show it, with the parts of `when` that do not hold. */
  readonly hiddenIn: readonly { readonly menu: string; readonly clauses: readonly FailedClause[] }[]
  /** The menus that show it. */
  readonly shownIn: readonly string[]
  /** All of it in sentences. */
  readonly text: string
}

/** Explains a command under the present context keys. */
export function explainCommand(
  command: string,
  index: ContributionIndex,
  context: ContextKeys,
  overlay: JsonObject | undefined,
): CommandExplanation {
  const values = context.with(overlay)
  const declared = index.command(command)
  if (declared === undefined) return undeclared(command, index.commandIds())
  const { record, enablement } = declared
  const disabledBy = enablement === undefined ? [] : explainWhen(enablement, values)
  const places = menuPlaces(command, index, values)
  const shownIn = places.filter(({ clauses }) => clauses.length === 0).map(({ menu }) => menu)
  const hiddenIn = places.filter(({ clauses }) => clauses.length > 0)
  const activationEvent = activationEventOf('command', command)
  const facts = {
    command,
    pluginId: record.id,
    state: record.state,
    activationEvent,
    disabledBy,
    hiddenIn,
    shownIn,
  }
  return { ...facts, text: describe(facts) }
}

function undeclared(command: string, known: readonly string[]): CommandExplanation {
  const text = [
    `${command} is declared by no registered plugin${didYouMean(command, known)}.`,
    'Fix: use the id of a command that a plugin declares, or register the plugin that declares it.',
  ].join('\n')
  return { command, disabledBy: [], hiddenIn: [], shownIn: [], text }
}

function menuPlaces(
  command: string,
  index: ContributionIndex,
  values: JsonObject,
): readonly { readonly menu: string; readonly clauses: readonly FailedClause[] }[] {
  return index
    .list('menus')
    .filter(({ item }) => item.command === command)
    .map(({ item, place = '' }) => ({ menu: place, clauses: failedParts(item.when, values) }))
}

function failedParts(when: string | undefined, values: JsonObject): readonly FailedClause[] {
  if (when === undefined) return []
  const clause = parseWhen(when)
  return clause.ok ? explainWhen(clause, values) : []
}

type Facts = Required<Omit<CommandExplanation, 'text'>>

function describe(facts: Facts): string {
  const { command, pluginId, state, activationEvent, disabledBy, hiddenIn, shownIn } = facts
  const sentences = [
    `${command} is declared by ${pluginId}, which is ${describeState(state)}.`,
    `Its code is loaded by ${activationEvent}.`,
    disabledBy.length === 0
      ? 'It can run now.'
      : `It cannot run now: ${disabledBy.map(describeClause).join('; ')}.`,
    ...shownIn.map((menu) => `The menu ${menu} shows it.`),
    ...hiddenIn.map(
      ({ menu, clauses }) =>
        `The menu ${menu} hides it: ${clauses.map(describeClause).join('; ')}.`,
    ),
  ]
  return sentences.join(' ')
}

function describeState(state: PluginState): string {
  return state.status === 'failed' ? `failed (${state.error.message})` : state.status
}

function describeClause({ clause, values }: FailedClause): string {
  const seen = Object.entries(values).map(([key, value]) => `${key} is ${show(value)}`)
  return seen.length === 0 ? clause : `${clause}, while ${seen.join(' and ')}`
}

function show(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value)
}
