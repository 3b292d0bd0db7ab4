import { holidayRegions } from '@afterview/time/holidays'

/** The country with public holidays of which a zone is part; `undefined` where there is none. */
export function countryOf(zone: string): string | undefined {
  return countries().find((country) => zonesOf(country).includes(zone))
}

/** The zones of a country or region, such as `NL` or `DE-BY`. */
export function zonesOf(country: string): readonly string[] {
  const place: Place = new Intl.Locale(`und-${country.slice(0, 2)}`)
  return place.getTimeZones?.() ?? []
}

/** The countries whose public holidays are known. */
export function countries(): readonly string[] {
  return holidayRegions().filter((region) => region.length === 2)
}

/** How to write a country instead; `undefined` where it can be read. */
export function countryProblem(text: string): string | undefined {
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/i.test(text)
    ? undefined
    : 'Write a code such as NL, or DE-BY for a state.'
}

/** What runtimes know of a locale before the compiler does. */
interface Place extends Intl.Locale {
  getTimeZones?(): readonly string[] | undefined
}
