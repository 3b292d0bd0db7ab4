import { contextOf, type Snapshot } from '@afterview/core'
import type { Engine, RecordOptions, RecordOutcome } from '@afterview/engine'
import {
  AfterviewError,
  type HolidayCalendar,
  parseInstant,
  parseTimeframe,
  type Timeframe,
} from '@afterview/time'
import { requireSnapshot } from './applications.ts'
import { type AgendaDiff, diffAgenda } from './change.ts'

/** How an event is recorded. */
export interface RecordChoice extends RecordOptions {
  /** Which understanding of the employer's words is meant, from 1. Default: the first. */
  readonly reading?: number
}

/** The answer to an event, with how the employer's words were understood and what moved. */
export type Recorded = RecordOutcome & {
  /** Present where the event had a `phrase` and no `window`; `null` where the words hold no date. */
  readonly timeframe?: Timeframe | null
  /** Present where the event was accepted. */
  readonly agenda?: AgendaDiff
}

/** What recording needs beside the event. */
export interface RecordingWorld {
  readonly engine: Engine
  readonly now: () => string
  readonly holidaysOf: (country: string) => HolidayCalendar | undefined
}

/** Completes an event, reads the words in it, and records it. */
export async function recordEvent(
  world: RecordingWorld,
  applicationId: string,
  event: object,
  { reading, ...options }: RecordChoice = {},
): Promise<Recorded> {
  const before = await requireSnapshot(world.engine, applicationId)
  const dated = Object.hasOwn(event, 'at') ? event : { ...event, at: world.now() }
  const spoken = hasWords(dated) ? readWords(world, before, dated, reading) : undefined
  const outcome = await world.engine.record(applicationId, spoken?.event ?? dated, options)
  return {
    ...outcome,
    ...(spoken === undefined ? {} : { timeframe: spoken.timeframe }),
    ...(outcome.accepted ? { agenda: diffAgenda(before, outcome.snapshot) } : {}),
  }
}

/** Reads the words in an event as they would be read when it is recorded. */
export async function understandEvent(
  world: RecordingWorld,
  applicationId: string,
  event: object,
): Promise<Timeframe | null | undefined> {
  const snapshot = await requireSnapshot(world.engine, applicationId)
  const dated = Object.hasOwn(event, 'at') ? event : { ...event, at: world.now() }
  return hasWords(dated) ? readWords(world, snapshot, dated, undefined).timeframe : undefined
}

interface Words {
  readonly type: string
  readonly at: string
  readonly phrase: string
}

interface Spoken {
  readonly event: object
  readonly timeframe: Timeframe | null
}

const spokenEvents = new Set<unknown>(['timeframe.given', 'timeframe.revised', 'employer.replied'])

function hasWords(event: object): event is Words {
  const {
    type,
    at,
    phrase,
    window,
  }: Partial<Record<'type' | 'at' | 'phrase' | 'window', unknown>> = event
  const isSpoken = typeof phrase === 'string' && window === undefined && typeof at === 'string'
  return isSpoken && spokenEvents.has(type) && isInstant(at)
}

function readWords(
  world: RecordingWorld,
  snapshot: Snapshot,
  event: Words,
  choice: number | undefined,
): Spoken {
  const { company, candidate } = contextOf(snapshot)
  const holidays = company.country === undefined ? undefined : world.holidaysOf(company.country)
  const timeframe = parseTimeframe(event.phrase, {
    reference: event.at,
    zone: company.zone,
    ...(candidate.locale === undefined ? {} : { locale: candidate.locale }),
    ...(holidays === undefined ? {} : { holidays }),
  })
  if (timeframe === null) {
    const window = event.type === 'employer.replied' ? {} : { window: null }
    return { event: { ...event, ...window }, timeframe }
  }
  const { earliest, latest } = chosen(timeframe, choice)
  return { event: { ...event, window: { earliest, latest } }, timeframe }
}

function chosen(timeframe: Timeframe, choice = 1): Pick<Timeframe, 'earliest' | 'latest'> {
  const reading = timeframe.readings[choice - 1]
  if (reading !== undefined) return reading
  const numbered = timeframe.readings.map(
    ({ earliest, latest, reason }, index) =>
      `${index + 1}: ${earliest} to ${latest ?? 'open'} (${reason})`,
  )
  throw new AfterviewError('reading-unknown', {
    happened: `"${timeframe.matchedText}" has no reading ${choice}`,
    fix: `use one of ${numbered.join('; ')}`,
    details: { reading: choice, readings: timeframe.readings },
  })
}

function isInstant(text: string): boolean {
  try {
    return parseInstant(text) !== ''
  } catch {
    return false
  }
}
