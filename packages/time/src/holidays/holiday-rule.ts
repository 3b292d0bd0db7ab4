import { dayNumber } from '../calendar-date.ts'
import { daysInMonth, epochDay, weekdayOf } from '../epoch-day.ts'
import { easterSunday } from './easter.ts'

/** A holiday on one epoch day. */
export interface Holiday {
  readonly day: number
  readonly name: string
}

/** When a holiday falls: the days that it takes because of a year, substitute days in the next included. */
export type HolidayRule = (year: number) => readonly Holiday[]

/** The holidays of a place. */
export interface HolidayRegion {
  /** ISO 3166-1 or 3166-2 code. */
  readonly code: string
  readonly rules: readonly HolidayRule[]
}

/** ISO weekdays, for rules that read like their laws. */
export const [monday, wednesday, thursday, friday, saturday, sunday] = [1, 3, 4, 5, 6, 7] as const

/** The same date every year, `MM-DD`. */
export function fixed(name: string, date: string): HolidayRule {
  const [month, day] = monthDay(date)
  return (year) => [{ name, day: epochDay(year, month, day) }]
}

/** So many days after Easter Sunday, or before it where negative. */
export function easter(name: string, days: number): HolidayRule {
  return (year) => [{ name, day: easterSunday(year) + days }]
}

/** The n-th given weekday of a month, or the last where `n` is `'last'`. */
export function nth(name: string, n: number | 'last', weekday: number, month: number): HolidayRule {
  return (year) => {
    const last = epochDay(year, month, daysInMonth(year, month))
    const day =
      n === 'last'
        ? last - ((weekdayOf(last) - weekday + 7) % 7)
        : firstFrom(epochDay(year, month, 1), weekday) + 7 * (n - 1)
    return [{ name, day }]
  }
}

/** The last given weekday before a date, `MM-DD`. */
export function weekdayBefore(name: string, weekday: number, date: string): HolidayRule {
  const [month, day] = monthDay(date)
  return (year) => [{ name, day: firstFrom(epochDay(year, month, day) - 7, weekday) }]
}

/** On one day only, `YYYY-MM-DD`: an anniversary, a coronation. */
export function once(name: string, date: string): HolidayRule {
  const day = dayNumber(date)
  return (year) => (year === Number(date.slice(0, 4)) ? [{ name, day }] : [])
}

/** A rule that holds from a year on. */
export function since(first: number, rule: HolidayRule): HolidayRule {
  return (year) => (year >= first ? rule(year) : [])
}

/** A rule that does not hold in the given years. */
export function except(years: readonly number[], rule: HolidayRule): HolidayRule {
  return (year) => (years.includes(year) ? [] : rule(year))
}

/** Each day of a rule, so many days later: the Monday after a Sunday. */
export function shifted(name: string, days: number, rule: HolidayRule): HolidayRule {
  return (year) => rule(year).map((holiday) => ({ name, day: holiday.day + days }))
}

/** Days by ISO weekday: `{ 7: -1 }` moves a Sunday to the Saturday before it. */
export type Moves = Readonly<Record<number, number>>

/** Moves a holiday away from some weekdays. The original day is none then. */
export function moved(moves: Moves, rule: HolidayRule): HolidayRule {
  return (year) =>
    rule(year).map((holiday) => ({ ...holiday, day: holiday.day + moveOf(moves, holiday) }))
}

/** Adds a day in place of one that falls on some weekdays. The original day stays a holiday. */
export function observed(suffix: string, moves: Moves, rule: HolidayRule): HolidayRule {
  return (year) =>
    rule(year).flatMap((holiday) => {
      const days = moveOf(moves, holiday)
      if (days === 0) return [holiday]
      return [holiday, { name: `${holiday.name} (${suffix})`, day: holiday.day + days }]
    })
}

/**
 * Gives each holiday of a group that falls on Saturday or Sunday the next weekday that is none of
 * the group, in order: so Christmas on Saturday and Boxing Day on Sunday take Monday and Tuesday.
 */
export function substituted(suffix: string, ...rules: readonly HolidayRule[]): HolidayRule {
  return (year) => {
    const holidays = rules.flatMap((rule) => rule(year))
    const taken = new Set(holidays.map((holiday) => holiday.day))
    const substitutes = holidays.filter(isOnWeekend).map((holiday) => {
      const day = nextFreeWeekday(holiday.day, taken)
      taken.add(day)
      return { name: `${holiday.name} (${suffix})`, day }
    })
    return [...holidays, ...substitutes]
  }
}

function nextFreeWeekday(from: number, taken: ReadonlySet<number>): number {
  let day = from + 1
  while (taken.has(day) || weekdayOf(day) >= saturday) day += 1
  return day
}

function isOnWeekend(holiday: Holiday): boolean {
  return weekdayOf(holiday.day) >= saturday
}

function moveOf(moves: Moves, holiday: Holiday): number {
  return moves[weekdayOf(holiday.day)] ?? 0
}

function firstFrom(day: number, weekday: number): number {
  return day + ((weekday - weekdayOf(day) + 7) % 7)
}

function monthDay(date: string): readonly [month: number, day: number] {
  return [Number(date.slice(0, 2)), Number(date.slice(3, 5))]
}
