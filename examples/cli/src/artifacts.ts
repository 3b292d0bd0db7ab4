import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type AgendaItem, placeName, placeOf, type Snapshot } from '@afterview/core'
import { AfterviewError } from '@afterview/time'
import type { Afterview } from 'afterview'
import type { Desk, KeptDraft } from './desk.ts'
import type { RefusedEvent } from './run.ts'

/** Everything that a run leaves behind. */
export interface Artifacts {
  /** Texts by path inside the folder. */
  readonly contents: ReadonlyMap<string, string>
  readonly files: readonly string[]
  readonly summary: {
    readonly applicationId: string
    readonly state: string
    readonly now: string
    readonly due: readonly AgendaItem[]
  }
}

/** Collects the results at an instant. */
export async function collectArtifacts(
  afterview: Afterview,
  desk: Desk,
  now: string,
): Promise<Artifacts> {
  const { applicationId } = desk
  const snapshot = await desk.look()
  const query = { applicationId, now }
  const items = await afterview.agenda({ ...query, includeClosed: true })
  const contents = new Map([
    ['snapshot.json', json(snapshot)],
    ['agenda.json', json(items)],
    ['calendar.ics', await afterview.calendar(query)],
    ...desk
      .drafts()
      .filter(({ itemId }) => isOfUse(snapshot, itemId))
      .map((draft) => letter(draft, now)),
  ])
  const due = items.filter(({ status }) => status === 'due' || status === 'overdue')
  return {
    contents,
    files: [...contents.keys()],
    summary: { applicationId, state: stateOf(snapshot), now, due },
  }
}

/** Writes the results into a folder: all of them, or none. Throws `out-not-writable`. */
export function writeArtifacts(
  out: string,
  { contents }: Artifacts,
  refused: readonly RefusedEvent[],
): void {
  const all = new Map(contents)
  if (refused.length > 0) all.set('refused.json', json(refused))
  try {
    mkdirSync(join(out, 'letters'), { recursive: true })
    const stage = mkdtempSync(join(out, '.writing-'))
    try {
      for (const [path, text] of all) stageFile(join(stage, path), text)
      for (const path of all.keys()) renameSync(join(stage, path), join(out, path))
    } finally {
      rmSync(stage, { recursive: true, force: true })
    }
  } catch (cause) {
    throw new AfterviewError('out-not-writable', {
      happened: `the results cannot be written to ${out}: ${cause instanceof Error ? cause.message : String(cause)}`,
      fix: 'choose another folder with --out',
      cause,
    })
  }
}

function stageFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function letter({ itemId, draft }: KeptDraft, now: string): [path: string, text: string] {
  const name = itemId
    .split('/')
    .slice(1)
    .join('-')
    .replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
  if (draft.output === 'letter') return [`letters/${name}.eml`, draft.eml({ date: now })]
  return [
    `letters/${name}.txt`,
    `${draft.subject === undefined ? '' : `${draft.subject}\n\n`}${draft.text}\n`,
  ]
}

/** A letter to send, or one that was sent; none for what came to nothing. */
function isOfUse({ agenda }: Snapshot, itemId: string): boolean {
  const state = agenda[itemId]?.state
  return state === 'open' || state === 'done'
}

function stateOf(snapshot: Snapshot): string {
  return placeName(placeOf(snapshot.machine.value))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
