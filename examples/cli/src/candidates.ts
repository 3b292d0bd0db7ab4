import { existsSync } from 'node:fs'
import { eventTypes } from '@afterview/core'
import { isAfterviewError } from '@afterview/time'
import type { Afterview } from 'afterview'
import { titleOf } from './application-choice.ts'
import type { Call, Command, Option, WordKind } from './command.ts'
import { everywhere } from './read-call.ts'
import { scenarioNames } from './scenario.ts'
import { sayEvent, sayItem } from './sentences.ts'
import { storeFile, withStore } from './store.ts'

/** A word that a shell can complete to. */
export interface Candidate {
  readonly word: string
  /** What it is, in a few words. */
  readonly about: string
}

/**
 * What the last of some words can become; the words are those after the program's name. Empty where
 * nothing is known, or where the database cannot be read: completion never complains.
 */
export async function candidatesFor(
  commands: readonly Command[],
  words: readonly string[],
  call: Call,
): Promise<readonly Candidate[]> {
  const typed = words.at(-1) ?? ''
  const all = await everyCandidate(commands, words.slice(0, -1), typed, call)
  return all.filter(({ word }) => word.startsWith(typed))
}

async function everyCandidate(
  commands: readonly Command[],
  [name, ...before]: readonly string[],
  typed: string,
  call: Call,
): Promise<readonly Candidate[]> {
  if (name === undefined || name === 'help')
    return commands.map((command) => ({ word: command.name, about: command.about }))
  const command = commands.find((known) => known.name === name)
  if (command === undefined) return []
  const options: Readonly<Record<string, Option>> = { ...command.options, ...everywhere }
  const open = optionOf(options, before.at(-1))
  if (open?.type === 'string')
    return (open.values ?? []).map((word) => ({ word, about: open.about ?? '' }))
  if (typed.startsWith('-')) return optionWords(options, before)
  const given = positionals(options, before)
  const kind = command.words?.[given.length]
  return kind === undefined ? [] : wordsOf(kind, given, withDb(call, before))
}

function optionWords(
  options: Readonly<Record<string, Option>>,
  before: readonly string[],
): readonly Candidate[] {
  return Object.entries(options)
    .filter(([name, { multiple }]) => multiple === true || !before.includes(`--${name}`))
    .map(([name, { about = '' }]) => ({ word: `--${name}`, about }))
}

function optionOf(
  options: Readonly<Record<string, Option>>,
  word: string | undefined,
): Option | undefined {
  if (word === undefined || !word.startsWith('--')) return undefined
  const name = word.slice(2)
  return Object.hasOwn(options, name) ? options[name] : undefined
}

function positionals(
  options: Readonly<Record<string, Option>>,
  before: readonly string[],
): readonly string[] {
  return before.filter(
    (word, index) =>
      !word.startsWith('-') && optionOf(options, before[index - 1])?.type !== 'string',
  )
}

async function wordsOf(
  kind: WordKind,
  given: readonly string[],
  call: Call,
): Promise<readonly Candidate[]> {
  switch (kind) {
    case 'file':
      return []
    case 'scenario':
      return scenarioNames().map((word) => ({ word, about: 'scenario' }))
    case 'application':
      return fromStore(call, applications)
    case 'item':
      return fromStore(call, items)
    case 'event':
      return events(call, given[0] ?? '')
    default:
      return kind.map((word) => ({ word, about: '' }))
  }
}

async function applications(afterview: Afterview): Promise<readonly Candidate[]> {
  const listed = await afterview.list({ limit: 1000 })
  return listed.items.map(({ applicationId, snapshot }) => ({
    word: applicationId,
    about: snapshot === null ? '' : titleOf(snapshot),
  }))
}

async function items(afterview: Afterview): Promise<readonly Candidate[]> {
  return (await afterview.agenda()).map((item) => ({ word: item.id, about: sayItem(item) }))
}

/** Those that can happen now; all of them where the application is not known. */
async function events(call: Call, applicationId: string): Promise<readonly Candidate[]> {
  const possible = await fromStore(call, async (afterview) =>
    (await afterview.possible(applicationId)).map((type) => ({
      word: type,
      about: sayEvent(type),
    })),
  )
  return possible.length > 0
    ? possible
    : eventTypes.map((type) => ({ word: type, about: sayEvent(type) }))
}

/** Asks a database that is there; none is made for a completion. */
async function fromStore(
  call: Call,
  ask: (afterview: Afterview) => Promise<readonly Candidate[]>,
): Promise<readonly Candidate[]> {
  if (!existsSync(storeFile(call))) return []
  try {
    return await withStore(call, ask)
  } catch (error) {
    if (isAfterviewError(error)) return []
    throw error
  }
}

function withDb(call: Call, before: readonly string[]): Call {
  const db = before[before.indexOf('--db') + 1]
  if (!before.includes('--db') || db === undefined) return call
  return { ...call, text: (name) => (name === 'db' ? db : call.text(name)) }
}
