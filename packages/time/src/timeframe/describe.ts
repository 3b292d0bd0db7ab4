import { dateText, pad } from '../epoch-day.ts'
import type { Answer } from './answer.ts'
import { commitmentOf } from './commitment.ts'
import { windowOfGroup } from './group.ts'
import type { Mention } from './mention.ts'
import { reasons } from './reading.ts'
import { type Ambiguity, type Scan, is } from './scan.ts'
import type { Reading, Timeframe } from './timeframe.ts'
import type { Window } from './window.ts'

/** Everything that a result is made of. */
export interface Findings {
  readonly text: string
  readonly locale: string
  readonly scan: Scan
  readonly mentions: readonly Mention[]
  /** Offsets of the words of doubt. */
  readonly hedges: readonly number[]
  readonly answer: Answer
}

/** An answer as the caller sees it, with every other way to understand its words. */
export function describe(findings: Findings): Timeframe {
  const { text, locale, answer } = findings
  const { window, clause } = answer
  const matchedRange = rangeOf(findings)
  return {
    earliest: dateText(window.earliest),
    latest: latestText(window),
    ...hoursOf(window),
    businessDays: window.isBusiness,
    commitment: commitmentOf(window, clause, isHedged(findings, matchedRange)),
    matchedText: text.slice(...matchedRange),
    matchedRange,
    readings: readingsOf(findings),
    locale,
  }
}

/** The chosen reading first, then one for each second meaning met in the text that leads to other days. */
function readingsOf({ scan, mentions, answer }: Findings): Reading[] {
  const { group, window, isNegated } = answer
  const readings = [readingOf(window, window.placing)]
  for (const choice of scan.met) {
    const other = windowOfGroup(
      { ...scan, choice, isAgain: true, met: new Set<Ambiguity>() },
      mentions,
      group,
      isNegated,
    )
    if (other && !readings.some((each) => isSame(each, other))) {
      readings.push(readingOf(other, choice))
    }
  }
  return readings
}

function isSame(reading: Reading, window: Window): boolean {
  return reading.earliest === dateText(window.earliest) && reading.latest === latestText(window)
}

function readingOf(window: Window, id: keyof typeof reasons): Reading {
  return {
    id,
    earliest: dateText(window.earliest),
    latest: latestText(window),
    businessDays: window.isBusiness,
    reason: reasons[id],
  }
}

function latestText({ latest }: Window): string | null {
  return latest === null ? null : dateText(latest)
}

function hoursOf({ hours }: Window): Pick<Timeframe, 'earliestTime' | 'latestTime'> {
  return {
    ...(hours?.from !== undefined && { earliestTime: timeText(hours.from) }),
    ...(hours?.to !== undefined && { latestTime: timeText(hours.to) }),
  }
}

function timeText(minute: number): string {
  return `${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`
}

function rangeOf({ scan, mentions, answer }: Findings): readonly [number, number] {
  const { first, last } = answer.group
  const start = mentions[first]?.phrase.start ?? 0
  const end = mentions[last]?.phrase.end ?? 0
  return [scan.lexemes[start]?.start ?? 0, scan.lexemes[end - 1]?.end ?? 0]
}

/** Whether a word of doubt stands in the sentence of the answer, nearer to it than to another phrase. */
function isHedged(findings: Findings, [start, end]: readonly [number, number]): boolean {
  const { scan, mentions, hedges, answer } = findings
  const { first, last } = answer.group
  const from = Math.max(sentenceStart(scan, mentions[first]), endOf(scan, mentions[first - 1]))
  const to = Math.min(sentenceEnd(scan, mentions[last]), startOf(scan, mentions[last + 1]))
  return hedges.some((at) => at >= Math.min(from, start) && at <= Math.max(to, end))
}

function endOf(scan: Scan, mention: Mention | undefined): number {
  return mention ? (scan.lexemes[mention.phrase.end - 1]?.end ?? 0) : 0
}

function startOf(scan: Scan, mention: Mention | undefined): number {
  return mention ? (scan.lexemes[mention.phrase.start]?.start ?? 0) : Infinity
}

function sentenceStart(scan: Scan, mention: Mention | undefined): number {
  for (let at = (mention?.phrase.start ?? 0) - 1; at >= 0; at--) {
    if (isStop(scan, at)) return scan.lexemes[at]?.end ?? 0
  }
  return 0
}

function sentenceEnd(scan: Scan, mention: Mention | undefined): number {
  for (let at = mention?.phrase.end ?? 0; at < scan.lexemes.length; at++) {
    if (isStop(scan, at)) return scan.lexemes[at]?.start ?? Infinity
  }
  return Infinity
}

function isStop(scan: Scan, at: number): boolean {
  return is(scan, at, '[.?!;]')
}
