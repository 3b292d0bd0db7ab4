export { AfterviewError, type ErrorFacts, isAfterviewError } from './error.ts'
export type { BusinessCalendar, HolidayCalendar } from './holiday-calendar.ts'
export type { DayMoment, InstantMoment, Moment, WallMoment } from './moment.ts'
