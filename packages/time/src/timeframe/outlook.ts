import type { Lexeme } from './lexeme.ts'

/** Kinds without which nothing is a time: a phrase has one of them. */
const landmarks: ReadonlySet<string> = new Set(
  'unit units mod weekday month day time clock pair triple iso ord feast dozen quarterOfYear weekNumber weekOf biweekly back thereupon'.split(
    ' ',
  ),
)

/** Kinds that lead up to a landmark and mean nothing by themselves. */
const leads: ReadonlySet<string> = new Set(
  'rel not article fill part num range quant conj mark now every link correct andHalf person plain'.split(
    ' ',
  ),
)

/** A landmark further away than this belongs to another phrase. */
const furthest = 12

/** A text has this many places at most where a phrase is looked for; of a longer one, the last. */
const mostPlaces = 500

/**
 * The places of a text where a phrase may begin: those from which a landmark is in sight. Keeps the
 * reading of any text, however hostile, within a fixed amount of work beside one pass over it.
 */
export function placesWorthReading(lexemes: readonly Lexeme[]): ReadonlySet<number> {
  const places = new Set<number>()
  let distance = furthest
  for (let at = lexemes.length - 1; at >= 0 && places.size < mostPlaces; at--) {
    const lexeme = lexemes[at]
    if (lexeme === undefined) continue
    if (landmarks.has(lexeme.kind) || isDayNumber(lexemes, at)) distance = 0
    else distance = leads.has(lexeme.kind) ? distance + 1 : furthest
    if (distance < furthest) places.add(at)
  }
  return places
}

function isCorrection(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'correct' || lexeme?.kind === 'not'
}

/** *Le 15*, *am 15.*, *— sorry, three*. */
function isDayNumber(lexemes: readonly Lexeme[], at: number): boolean {
  if (lexemes[at]?.kind !== 'num') return false
  const before = lexemes[at - 1]?.kind ?? 'word'
  if (before === 'mark' && isCorrection(lexemes[at - 2])) return true
  if (lexemes[at + 1]?.value === 'atMost') return true
  const isPointed =
    before === 'article' || before === 'fill' || before === 'correct' || before === 'rel'
  return isPointed || lexemes[at + 1]?.value === '.'
}
