import { isStartInput } from '@afterview/core'
import type { Engine, HistoryEntry } from '@afterview/engine'
import { AfterviewError } from '@afterview/time'
import type { World } from './world.ts'

/** What an import has done. */
export interface Imported {
  readonly added: number
  /** Already there; left as they are. */
  readonly kept: number
}

/** Told after each application; what it gives back is awaited. */
export type Progress = (done: number, all: number) => void

/** Everything as the text of one file. */
export async function exportText({ engine }: World): Promise<string> {
  const applications = []
  for await (const application of engine.exportAll()) applications.push(application)
  return `${JSON.stringify({ format: 'afterview-web', version: 1, applications }, null, 1)}\n`
}

/**
 * Adds the applications of a file by playing their history again, so that a file of an older
 * version is read by today's rules. Throws `file-malformed` before anything is written.
 */
export async function importText(
  { engine }: World,
  text: string,
  progress: Progress = () => undefined,
  signal?: AbortSignal,
): Promise<Imported> {
  const histories = readFile(text)
  let added = 0
  let kept = 0
  for (const history of histories) {
    if (signal?.aborted === true) break
    if (await replay(engine, history)) added += 1
    else kept += 1
    progress(added + kept, histories.length)
  }
  await engine.catchUp()
  return { added, kept }
}

/** Deletes everything. */
export async function eraseAll({ engine }: World): Promise<void> {
  for await (const { applicationId } of engine.exportAll()) await engine.erase(applicationId)
}

async function replay(engine: Engine, history: readonly HistoryEntry[]): Promise<boolean> {
  const [began] = history
  if (began?.type !== 'began' || (await engine.read(began.input.applicationId)) !== undefined)
    return false
  await engine.begin(began.input)
  for (const entry of history) {
    if (entry.type !== 'event') continue
    const key = entry.key === undefined ? {} : { key: entry.key }
    await engine.record(began.input.applicationId, entry.event, key)
  }
  return true
}

function readFile(text: string): readonly (readonly HistoryEntry[])[] {
  const value = parse(text)
  const applications =
    isRecord(value) && value['format'] === 'afterview-web' ? value['applications'] : undefined
  if (!Array.isArray(applications)) throw malformed('it holds no list of applications')
  return applications.map((application: unknown, index) => {
    const history = isRecord(application) ? application['history'] : undefined
    if (isHistory(history)) return history
    throw malformed(`application ${index + 1} has no history that begins`)
  })
}

/** The beginning is checked here, each event by the core when it is recorded. */
function isHistory(value: unknown): value is readonly HistoryEntry[] {
  if (!Array.isArray(value) || !value.every(isRecord)) return false
  const [began] = value
  return began?.['type'] === 'began' && isStartInput(began['input'])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed('it is no JSON', cause)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function malformed(why: string, cause?: unknown): AfterviewError {
  return new AfterviewError('file-malformed', {
    happened: `The file is no export of this page: ${why}`,
    fix: 'choose a file that “Export as a file” made',
    cause,
  })
}
