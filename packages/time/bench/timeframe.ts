import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { type BenchPhrase, phrases, reference } from './timeframe-phrases.ts'
import { type Peer, type PeerWindow, ours, peers } from './timeframe-peers.ts'

type Row = BenchTable['rows'][number]

const rounds = 9
const roundMs = 150

/**
 * How many of a hundred sentences are understood, how many are misunderstood, how many are read in
 * a second, and what a browser has to load; beside four date parsers, each in its best use.
 */
export async function bench(): Promise<BenchTable> {
  const all = [ours, ...peers]
  const rates = ratesOf(all)
  const rows: Row[] = []
  for (const peer of all) {
    rows.push(...sharesOf(peer))
    const rate = rates.get(peer.name) ?? 0
    const ratio = peer === ours ? {} : { ratio: (rates.get(ours.name) ?? 0) / rate }
    rows.push({ name: `${peer.name}: read`, value: rate, unit: 'sentences/s', ...ratio })
    rows.push({ name: `${peer.name}: gzip`, value: await gzipped(peer.entry), unit: 'kB' })
  }
  return {
    title: `Time frames: ${phrases.length} sentences in 5 languages, 1 in 7 without a time`,
    rows,
  }
}

/** Right, misunderstood, and for libraries of fewer languages the share of those alone. */
function sharesOf(peer: Peer): readonly Row[] {
  const known = phrases.filter(({ locale }) => peer.locales.includes(locale))
  const right = phrases.filter((phrase) => isUnderstood(peer, phrase)).length
  const rightKnown = known.filter((phrase) => isUnderstood(peer, phrase)).length
  const wrong = known.filter(
    (phrase) => peer.read(phrase.text, phrase.locale) !== null && !isUnderstood(peer, phrase),
  ).length
  const languages = peer.locales.join(' ')
  const share = `in ${languages}: ${rightKnown} of ${known.length}`
  return [
    { name: `${peer.name}: right`, value: right, unit: `of ${phrases.length}`, note: share },
    { name: `${peer.name}: wrong window`, value: wrong, unit: `of ${known.length}` },
  ]
}

/** Right as returned, or with the help of {@link helped}. */
function isUnderstood(peer: Peer, phrase: BenchPhrase): boolean {
  const window = peer.locales.includes(phrase.locale) ? peer.read(phrase.text, phrase.locale) : null
  if (window === null || phrase.earliest === null)
    return window === null && phrase.earliest === null
  return isAccepted(phrase, window) || isAccepted(phrase, helped(phrase.text, window))
}

function isAccepted({ earliest, latest }: BenchPhrase, window: PeerWindow): boolean {
  return isWithin(window.earliest, earliest) && isWithin(window.latest, latest)
}

function isWithin(date: string | null, bounds: readonly [string, string] | null): boolean {
  if (date === null || bounds === null) return date === bounds
  return date >= bounds[0] && date <= bounds[1]
}

const limits =
  /\b(by|within|until|till|before|up to|latest|next|binnen|uiterlijk|voor|bis|innerhalb|spätestens|vor|ici|sous|avant|plus tard|antes|plazo|tardar|en|in|over|dans)\b/i
const opens =
  /\b(at least|not before|not until|before january|niet voor|frühestens|pas avant|no antes)\b|\bon\.$/i

/** What an app would add around a parser that returns points: words of limit begin today, others never end. */
function helped(text: string, window: PeerWindow): PeerWindow {
  if (opens.test(text)) return { earliest: window.earliest, latest: null }
  return limits.test(text) ? { ...window, earliest: reference.slice(0, 10) } : window
}

function ratesOf(all: readonly Peer[]): ReadonlyMap<string, number> {
  const samples = new Map(all.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const peer of all) {
      const rate = rateOf(peer)
      // The first round warms up.
      if (round > 0) samples.get(peer.name)?.push(rate)
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]))
}

function rateOf(peer: Peer): number {
  const known = phrases.filter(({ locale }) => peer.locales.includes(locale))
  const start = performance.now()
  let count = 0
  while (performance.now() - start < roundMs) {
    const phrase = known[count++ % known.length]
    if (phrase) peer.read(phrase.text, phrase.locale)
  }
  return (count * 1000) / (performance.now() - start)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Kilobytes of a minified bundle for browsers after gzip. */
async function gzipped(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    mainFields: ['module', 'main'],
    target: 'es2024',
    charset: 'utf8',
  })
  const code = outputFiles.map(({ contents }) => contents)[0] ?? new Uint8Array()
  return gzipSync(code, { level: 9 }).length / 1000
}

if (process.argv[1] === import.meta.filename) console.table((await bench()).rows)
