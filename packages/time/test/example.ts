import { momentStart, nextBusinessDay, plusBusinessDays, sendWindow } from '@afterview/time'
import { holidayCalendar } from '@afterview/time/holidays'

const madrid = { weekend: [6, 7], holidays: holidayCalendar('ES-MD') }

// "You will hear by Friday 4 December": five business days later it is time to ask.
const checkInDay = plusBusinessDays('2026-12-04', 5, madrid)

// A clock time that a person chose stays a clock time; the instant is computed on reading.
const checkIn = { kind: 'wall', local: `${checkInDay}T09:00`, zone: 'Europe/Madrid' } as const
const wakeAt = momentStart(checkIn)

// The interview ended at half past seven in the evening: when does the thank-you go out?
const thankYou = sendWindow({
  local: '2026-11-27T19:30',
  zone: 'Europe/Madrid',
  minDelayHours: 1,
  maxDelayHours: 24,
  from: '08:00',
  to: '20:00',
})

const backAtWork = nextBusinessDay('2026-12-05', madrid)

export { backAtWork, checkInDay, thankYou, wakeAt }
