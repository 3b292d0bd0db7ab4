import { startInputProblems, type Snapshot } from '@afterview/core'
import type { Failure, HistoryEntry, LifecyclePort } from '@afterview/engine'
import { parseInstant } from '@afterview/time'
import { indexedDbError } from './error-table.ts'
import { SAVED_DATA_VERSION, type SavedApplication, type SavedEffect } from './saved-data.ts'

/** A saved application that has been looked through, with its snapshot as the present core reads it. */
export interface ReadApplication {
  readonly saved: SavedApplication
  readonly snapshot: Snapshot
  /** Of the snapshot as it was saved. */
  readonly revision: number
}

/**
 * Reads the text of saved data, and believes nothing: every part is looked at before the first
 * is used. Throws `saved-data-malformed` with the path of the first fault, or `saved-data-newer`.
 */
export function readSavedData(text: string, lifecycle: LifecyclePort): readonly ReadApplication[] {
  const data = record(parsed(text), '$')
  requireVersion(data)
  instant(data['exportedAt'], '$.exportedAt')
  const applications = list(data['applications'], '$.applications').map((value, index) =>
    readApplication(value, `$.applications[${index}]`, lifecycle),
  )
  requireDistinct(
    applications.map(({ saved }) => saved.applicationId),
    '$.applications',
    'application',
  )
  const effects = applications.flatMap(({ saved }) => saved.effects)
  requireDistinct(
    effects.map(({ effect }) => effect.key),
    '$.applications',
    'effect',
  )
  return applications
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw malformed(
      '$',
      `it is no JSON (${thrown instanceof Error ? thrown.message : 'unreadable'})`,
    )
  }
}

function requireVersion({ format, version }: Fields): void {
  if (format !== 'afterview-data') throw malformed('$.format', 'it is not "afterview-data"')
  const known = SAVED_DATA_VERSION
  if (typeof version === 'number' && version > known) {
    throw indexedDbError('saved-data-newer', { version, known })
  }
  if (version !== known) throw malformed('$.version', `it is not ${known}`)
}

function readApplication(value: unknown, path: string, lifecycle: LifecyclePort): ReadApplication {
  const fields = record(value, path)
  const applicationId = text(fields['applicationId'], `${path}.applicationId`)
  const history = readHistory(fields['history'], `${path}.history`, applicationId)
  const revision = history.length - 1
  const saved: SavedApplication = {
    applicationId,
    beganAt: instant(fields['beganAt'], `${path}.beganAt`),
    changedAt: instant(fields['changedAt'], `${path}.changedAt`),
    snapshot: fields['snapshot'],
    history,
    effects: list(fields['effects'], `${path}.effects`).map((effect, index) =>
      readEffect(effect, `${path}.effects[${index}]`, applicationId),
    ),
    failure: readFailure(fields['failure'], `${path}.failure`, applicationId),
  }
  const snapshot = readSnapshot(saved, revision, `${path}.snapshot`, lifecycle)
  return { saved, snapshot, revision }
}

/** Restoring may add one revision, since dates may be computed anew. */
function readSnapshot(
  { snapshot: value, applicationId }: SavedApplication,
  revision: number,
  path: string,
  lifecycle: LifecyclePort,
): Snapshot {
  const snapshot = restored(value, path, lifecycle)
  if (snapshot.applicationId !== applicationId)
    throw malformed(path, 'it is of another application')
  const added = snapshot.revision - revision
  if (added !== 0 && added !== 1) throw malformed(path, `its history ends at revision ${revision}`)
  return snapshot
}

function restored(value: unknown, path: string, lifecycle: LifecyclePort): Snapshot {
  try {
    return lifecycle.restore(value)
  } catch (thrown) {
    throw malformed(path, thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function readHistory(value: unknown, path: string, applicationId: string): readonly HistoryEntry[] {
  const entries = list(value, path)
  if (entries.length === 0) throw malformed(path, 'it is empty')
  entries.forEach((entry, index) => checkEntry(entry, `${path}[${index}]`, index, applicationId))
  return entries as readonly HistoryEntry[]
}

function checkEntry(value: unknown, path: string, index: number, applicationId: string): void {
  const entry = record(value, path)
  if (entry['revision'] !== index) throw malformed(`${path}.revision`, `it is not ${index}`)
  instant(entry['at'], `${path}.at`)
  instant(entry['recordedAt'], `${path}.recordedAt`)
  if ((entry['type'] === 'began') !== (index === 0)) {
    throw malformed(`${path}.type`, 'the first entry, and no other, is the beginning')
  }
  checkKind(entry, path, applicationId)
}

function checkKind(entry: Fields, path: string, applicationId: string): void {
  switch (entry['type']) {
    case 'began':
      return checkInput(entry['input'], `${path}.input`, applicationId)
    case 'event':
      return checkEvent(entry, path)
    case 'timer':
      text(entry['timerId'], `${path}.timerId`)
      wholeNumber(entry['generation'], `${path}.generation`)
      return undefined
    case 'renewed':
      return undefined
    default:
      throw malformed(`${path}.type`, 'there is no such entry')
  }
}

function checkInput(value: unknown, path: string, applicationId: string): void {
  const [problem] = startInputProblems(value)
  if (problem !== undefined) throw malformed(`${path}.${problem.field}`, problem.message)
  if (record(value, path)['applicationId'] !== applicationId) {
    throw malformed(`${path}.applicationId`, 'it is of another application')
  }
}

function checkEvent(entry: Fields, path: string): void {
  const event = record(entry['event'], `${path}.event`)
  text(event['type'], `${path}.event.type`)
  instant(event['at'], `${path}.event.at`)
  if (entry['key'] !== undefined) text(entry['key'], `${path}.key`)
}

function readEffect(value: unknown, path: string, applicationId: string): SavedEffect {
  const fields = record(value, path)
  const effect = record(fields['effect'], `${path}.effect`)
  text(effect['type'], `${path}.effect.type`)
  text(effect['key'], `${path}.effect.key`)
  instant(effect['at'], `${path}.effect.at`)
  if (effect['applicationId'] !== applicationId) {
    throw malformed(`${path}.effect.applicationId`, 'it is of another application')
  }
  const death = fields['death'] === null ? null : readDeath(fields['death'], `${path}.death`)
  if ((death === null) === (fields['dueAt'] === null)) {
    throw malformed(`${path}.dueAt`, 'an effect is either due or dead')
  }
  return {
    effect: fields['effect'] as SavedEffect['effect'],
    attempts: wholeNumber(fields['attempts'], `${path}.attempts`),
    performedBy: list(fields['performedBy'], `${path}.performedBy`).map((name, index) =>
      text(name, `${path}.performedBy[${index}]`),
    ),
    dueAt: death === null ? instant(fields['dueAt'], `${path}.dueAt`) : null,
    death,
  }
}

function readDeath(value: unknown, path: string): SavedEffect['death'] {
  const { at, error } = record(value, path)
  if (typeof error !== 'string') throw malformed(`${path}.error`, 'it is no text')
  return { at: instant(at, `${path}.at`), error }
}

function readFailure(value: unknown, path: string, applicationId: string): Failure | null {
  if (value === null) return null
  const { retryAt, ...fields } = record(value, path)
  if (fields['applicationId'] !== applicationId) {
    throw malformed(`${path}.applicationId`, 'it is of another application')
  }
  return {
    applicationId,
    code: text(fields['code'], `${path}.code`),
    message: text(fields['message'], `${path}.message`),
    attempts: wholeNumber(fields['attempts'], `${path}.attempts`),
    since: instant(fields['since'], `${path}.since`),
    lastAt: instant(fields['lastAt'], `${path}.lastAt`),
    retryAt: retryAt === null ? null : instant(retryAt, `${path}.retryAt`),
  }
}

type Fields = Readonly<Record<string, unknown>>

function record(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw malformed(path, 'it is no object')
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw malformed(path, 'it is no list')
}

function text(value: unknown, path: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw malformed(path, 'it is no text')
}

function wholeNumber(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw malformed(path, 'it is no whole number')
}

function instant(value: unknown, path: string): string {
  const found = text(value, path)
  try {
    parseInstant(found)
    return found
  } catch {
    throw malformed(path, `"${found}" is no instant`)
  }
}

function requireDistinct(names: readonly string[], path: string, what: string): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw malformed(path, `there are two of ${what} "${name}"`)
    seen.add(name)
  }
}

function malformed(path: string, problem: string): Error {
  return indexedDbError('saved-data-malformed', { path, problem })
}
