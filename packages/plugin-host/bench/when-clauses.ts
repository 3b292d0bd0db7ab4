import { parseWhen } from '@afterview/plugin-host'
import { pathToFileURL } from 'node:url'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { type Subject, nanosecondsEach, rowsAgainst } from './rounds.ts'

const typical = "stage == 'waiting' && daysWaiting >= 5 && !paused || company.name =~ /^North/i"
const context: Readonly<Record<string, unknown>> = {
  stage: 'waiting',
  daysWaiting: 6,
  paused: true,
  'company.name': 'Northwind',
}

/** `(a0 || b0) && (a1 || b1) && …` */
function pairs(count: number): string {
  return Array.from({ length: count }, (_, at) => `(a${at} || b${at})`).join(' && ')
}

/** The part of VS Code's own parser that is used here. */
interface PeerParser {
  parse(text: string): { evaluate(keys: { getValue(key: string): unknown }): boolean } | undefined
}

/**
 * VS Code's parser comes with monaco-editor, which is too large to be installed with every
 * checkout. `AFTERVIEW_MONACO` names a folder where it is, and then the peer takes part.
 */
async function findPeer(): Promise<PeerParser | undefined> {
  const folder = process.env['AFTERVIEW_MONACO']
  if (folder === undefined) return undefined
  const file = `${folder}/esm/vs/platform/contextkey/common/contextkey.js`
  const module: { Parser: new (options: object) => PeerParser } = await import(
    pathToFileURL(file).href
  )
  return new module.Parser({ regexParsingWithErrorRecovery: false })
}

/** Parsing and evaluating a typical clause, and the clause that doubles in a normal form. */
export async function bench(): Promise<BenchTable> {
  const peer = await findPeer()
  const clause = parseWhen(typical)
  const subjects: Subject[] = [
    { name: 'parse a typical clause', run: (times) => repeat(times, () => parseWhen(typical)) },
    {
      name: 'evaluate it',
      run: (times) => repeat(times, () => clause.ok && clause.evaluate(context)),
    },
  ]
  if (peer !== undefined) subjects.push(...peerSubjects(peer))
  const figures = await nanosecondsEach(subjects, 5000)
  const many = await nanosecondsEach(pairSubjects(peer), 3, 5)
  return {
    title: 'When-clauses',
    rows: [
      ...rowsAgainst(figures, 'parse a typical clause', 'ns'),
      ...rowsAgainst(many, 'parse 13 pairs', 'ns'),
    ],
  }
}

function peerSubjects(peer: PeerParser): readonly Subject[] {
  const parsed = peer.parse(typical)
  const keys = { getValue: (key: string) => context[key] }
  return [
    {
      name: 'VS Code: parse a typical clause',
      run: (times) => repeat(times, () => peer.parse(typical)),
    },
    { name: 'VS Code: evaluate it', run: (times) => repeat(times, () => parsed?.evaluate(keys)) },
  ]
}

function pairSubjects(peer: PeerParser | undefined): readonly Subject[] {
  const own = [13, 26, 52].map((count) => ({
    name: `parse ${count} pairs`,
    run: (times: number) => repeat(times, () => parseWhen(pairs(count))),
  }))
  if (peer === undefined) return own
  const theirs = [10, 13].map((count) => ({
    name: `VS Code: parse ${count} pairs`,
    run: (times: number) => repeat(times, () => peer.parse(pairs(count))),
  }))
  return [...own, ...theirs]
}

function repeat(times: number, run: () => unknown): void {
  for (let time = 0; time < times; time += 1) run()
}

if (import.meta.main) console.table((await bench()).rows)
