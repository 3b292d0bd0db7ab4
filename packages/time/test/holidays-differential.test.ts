import { holidayRegions, holidaysIn } from '@afterview/time/holidays'
import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { differences } from './holiday-differences.ts'

/** date-holidays names overseas departments by older codes, and does not know the joint Alsace. */
const theirCodes: Readonly<Record<string, string>> = {
  'FR-6AE': 'FR-67',
  'FR-971': 'FR-GP',
  'FR-972': 'FR-MQ',
  'FR-973': 'FR-GF',
  'FR-974': 'FR-RE',
  'FR-976': 'FR-YT',
}

const years = Array.from({ length: 21 }, (_, index) => 2020 + index)

function theirHolidays(region: string): ReadonlyMap<string, string> {
  const [country = '', part] = (theirCodes[region] ?? region).split('-')
  const holidays = new Holidays(country, part ?? '', '', { types: ['public'] })
  return new Map(
    years
      .flatMap((year) => holidays.getHolidays(year))
      .map((holiday) => [holiday.date.slice(0, 10), holiday.name]),
  )
}

function ourHolidays(region: string): ReadonlyMap<string, string> {
  return new Map(
    years.flatMap((year) => holidaysIn(region, year)).map(({ date, name }) => [date, name]),
  )
}

/** Names of holidays, marked with the side that has them on a day on which the other has none. */
function differencesOf(region: string): readonly string[] {
  const [ours, theirs] = [ourHolidays(region), theirHolidays(region)]
  const only = (side: string, a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
    [...a].filter(([date]) => !b.has(date)).map(([, name]) => `${side}: ${name}`)
  return [...new Set([...only('ours', ours, theirs), ...only('theirs', theirs, ours)])].toSorted()
}

function listedFor(region: string): readonly string[] {
  const listed = differences.filter((difference) => difference.regions.includes(region))
  const names = listed.flatMap(({ ours = [], theirs = [] }) => [
    ...ours.map((name) => `ours: ${name}`),
    ...theirs.map((name) => `theirs: ${name}`),
  ])
  return [...new Set(names)].toSorted()
}

describe('HOL-8 holidays, compared with date-holidays from 2020 to 2040', () => {
  test.for(holidayRegions())('differ in %s only as listed, and in all of it', (region) => {
    expect(differencesOf(region)).toEqual(listedFor(region))
  })

  test('are compared in regions that exist', () => {
    const known = new Set(holidayRegions())
    const listed = differences.flatMap(({ regions }) => regions)
    expect(listed.filter((region) => !known.has(region))).toEqual([])
  })
})
