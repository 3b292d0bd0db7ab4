import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTimeframe, type Timeframe } from '@afterview/time'

/** A sentence of an employer and what it must be understood as. Bounds are inclusive. */
export interface PhraseCase {
  readonly id: string
  readonly reference: string
  readonly zone: string
  readonly locale: string
  readonly text: string
  readonly kind: 'window' | 'open' | 'none'
  readonly accept: {
    readonly earliest: readonly [string | null, string | null]
    readonly latest: readonly [string | null, string | null]
  }
  readonly businessDays?: boolean
  readonly commitment?: 'firm' | 'soft'
}

interface SharedCases {
  readonly reference: string
  readonly zone: string
  readonly items: readonly (Omit<PhraseCase, 'reference' | 'zone' | 'locale'> & {
    readonly lang: string
  })[]
}

/** The cases of one language, from all of its files. */
export function casesOf(locale: string): readonly PhraseCase[] {
  const cwd = join(import.meta.dirname, 'cases')
  return globSync(`${locale}*.json`, { cwd })
    .toSorted()
    .flatMap((file) => JSON.parse(readFileSync(join(cwd, file), 'utf8')) as PhraseCase[])
}

/** The forty phrases on which date libraries were compared. */
export function sharedCases(): readonly PhraseCase[] {
  const file = join(import.meta.dirname, '..', 'fixtures', 'timeframes.json')
  const { items, reference, zone } = JSON.parse(readFileSync(file, 'utf8')) as SharedCases
  return items.map((item) => ({ ...item, reference, zone, locale: item.lang }))
}

/** What the text of a case is read as, with its locale or without. */
export function read(
  { text, reference, zone, locale }: PhraseCase,
  isDetected = false,
): Timeframe | null {
  return parseTimeframe(text, { reference, zone, ...(!isDetected && { locale }) })
}

/** Whether a result is what a case accepts: both bounds, business days and commitment where stated. */
export function isRight(each: PhraseCase, result: Timeframe | null): boolean {
  if (each.kind === 'none' || result === null) return each.kind === 'none' && result === null
  return (
    isWithin(result.earliest, each.accept.earliest) &&
    isWithin(result.latest, each.accept.latest) &&
    (each.businessDays ?? result.businessDays) === result.businessDays &&
    (each.commitment ?? result.commitment) === result.commitment
  )
}

function isWithin(
  date: string | null,
  [from, to]: readonly [string | null, string | null],
): boolean {
  if (date === null || from === null || to === null) return date === from
  return date >= from && date <= to
}
