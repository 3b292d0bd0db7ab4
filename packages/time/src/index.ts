export type { Anchor } from './anchor.ts'
export {
  type RollConvention,
  businessDaysBetween,
  isBusinessDay,
  nextBusinessDay,
  plusBusinessDays,
  roll,
} from './business-day.ts'
export {
  addCalendarDays,
  addCalendarMonths,
  calendarDaysBetween,
  isoWeekday,
  requireDate,
} from './calendar-date.ts'
export { type ZonedDay, endOfDayExclusive, startOfDay } from './day.ts'
export { AfterviewError, type ErrorFacts, isAfterviewError } from './error.ts'
export type { TimeErrorCode } from './error-table.ts'
export type { BusinessCalendar, HolidayCalendar } from './holiday-calendar.ts'
export { compareInstants, instantFromMs, instantMs, parseInstant } from './instant.ts'
export {
  type DayMoment,
  type InstantMoment,
  type Moment,
  type WallMoment,
  momentDate,
  momentEnd,
  momentStart,
  sameMoment,
} from './moment.ts'
export { type SendWindow, type SendWindowInput, sendWindow } from './send-window.ts'
export {
  type Disambiguation,
  type WallTime,
  localDate,
  localDateTime,
  localTime,
  toInstant,
  toLocalIso,
} from './wall-time.ts'
export { addDays, addHours, addMonths, tomorrowAt } from './wall-time-step.ts'
export type { RestDays } from './working-days.ts'
export { nextWorkingMorning } from './working-morning.ts'
export { isZone, requireZone } from './zone.ts'
export { zoneDataVersion } from './zone-data.ts'
export { parseTimeframe, type TimeframeOptions } from './timeframe/parse-timeframe.ts'
export type { Reading, Timeframe } from './timeframe/timeframe.ts'
