import { patternOf } from './terms.ts'

/** Kinds without which nothing is a time: a phrase has one of them. */
const landmark =
  'unit|units|mod|weekday|month|day|time|clock|pair|triple|iso|ord|feast|dozen|quarterOfYear|weekNumber|weekOf|biweekly|back|thereupon'

/** *Le 15*, *am 15.*, *— sorry, three*, *ten at most*. */
const dayNumber = '(?<=article|fill|correct|rel|(?:correct|not)mark)num|num(?=\\.|rel:atMost)'

/** Kinds that lead up to a landmark and mean nothing by themselves. */
const lead =
  'rel|not|article|fill|part|num|range|quant|conj|mark|now|every|link|correct|andHalf|person|plain'

/** A text has this many places at most where a phrase is looked for; of a longer one, the last. */
const mostPlaces = 250

/**
 * The places of a text where a phrase may begin: those from which a landmark is in sight. Keeps the
 * reading of any text, however hostile, within a fixed amount of work beside one pass over it.
 */
export function placesWorthReading(codes: string): ReadonlySet<number> {
  const places = new Set<number>()
  const end = patternOf(`${landmark}|${dayNumber}`, 'y')
  const way = patternOf(lead, 'y')
  /** A landmark further away than this belongs to another phrase. */
  const furthest = 12
  let distance = furthest
  for (let at = codes.length - 1; at >= 0 && places.size < mostPlaces; at--) {
    end.lastIndex = at
    way.lastIndex = at
    distance = end.test(codes) ? 0 : way.test(codes) ? distance + 1 : furthest
    if (distance < furthest) places.add(at)
  }
  return places
}
