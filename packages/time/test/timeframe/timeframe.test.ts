import { type Timeframe, type TimeframeOptions, parseTimeframe } from '@afterview/time'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../error-of.ts'

/** Wednesday afternoon in Amsterdam. */
const said: TimeframeOptions = {
  reference: '2026-11-25T15:30:00+01:00',
  zone: 'Europe/Amsterdam',
  locale: 'en',
}

function read(text: string, options: Partial<TimeframeOptions> = {}): Timeframe {
  const result = parseTimeframe(text, { ...said, ...options })
  if (result === null) throw new Error(`nothing was read from "${text}"`)
  return result
}

function days(text: string, options: Partial<TimeframeOptions> = {}): string {
  const { earliest, latest } = read(text, options)
  return `${earliest}..${latest ?? ''}`
}

describe('a result', () => {
  test('names the words it was read from and where they stand', () => {
    const text = 'We will, I think, call you by the end of next week, promised.'
    const { matchedText, matchedRange } = read(text)
    expect(matchedText).toBe('by the end of next week')
    expect(text.slice(...matchedRange)).toBe(matchedText)
  })

  test('carries the time of day that the words name', () => {
    expect(read('By close of business tomorrow.')).toMatchObject({ latestTime: '17:00' })
    expect(read('I will ring you on Friday at 3:30 pm.')).toMatchObject({
      earliestTime: '15:30',
      latestTime: '15:30',
    })
    expect(read('By Friday.').latestTime).toBeUndefined()
  })

  test('is plain JSON', () => {
    const result = read('Within five business days.')
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  test('says which table read the text', () => {
    expect(read('bis Freitag', { locale: 'de-AT' }).locale).toBe('de')
    expect(read('D’ici vendredi', { locale: 'fr_CA' }).locale).toBe('fr')
  })
})

describe('the locale', () => {
  test('is found in the text where it is absent or unknown', () => {
    expect(parseTimeframe('Wir melden uns bis Freitag.', { ...said, locale: 'xx' })?.locale).toBe(
      'de',
    )
    expect(parseTimeframe('El lunes que viene.', { ...said, locale: '' })?.locale).toBe('es')
  })

  test('decides the order of day and month: British, American, or American by zone', () => {
    expect(days('On 03/12.', { locale: 'en-GB' })).toBe('2026-12-03..2026-12-03')
    expect(days('On 12/03.', { locale: 'en-US' })).toBe('2026-12-03..2026-12-03')
    expect(days('On 12/03.', { zone: 'America/Chicago' })).toBe('2026-12-03..2026-12-03')
    expect(days('On 12/25.', { locale: 'en-GB' })).toBe('2026-12-25..2026-12-25')
  })
})

describe('the reference', () => {
  test('is read in the zone of the employer', () => {
    const reference = '2026-11-25T23:30:00Z'
    expect(days('Tomorrow.', { reference, zone: 'Europe/Amsterdam' })).toBe(
      '2026-11-27..2026-11-27',
    )
    expect(days('Tomorrow.', { reference, zone: 'America/New_York' })).toBe(
      '2026-11-26..2026-11-26',
    )
  })

  test('carries hours over midnight', () => {
    expect(days('In ten hours.', { reference: '2026-11-25T15:30:00+01:00' })).toBe(
      '2026-11-26..2026-11-26',
    )
    expect(days('By 5 pm.', { reference: '2026-11-25T18:30:00+01:00' })).toBe(
      '2026-11-25..2026-11-26',
    )
  })

  test('that is no instant is refused, and so is a zone that is no place', () => {
    expect(errorOf(() => parseTimeframe('', { ...said, reference: '2026-11-25' })).code).toBe(
      'instant-malformed',
    )
    expect(
      errorOf(() => parseTimeframe('', { ...said, reference: '2026-02-30T10:00:00Z' })).code,
    ).toBe('instant-malformed')
    for (const zone of ['CET', '+01:00', 'Europe/Amsterdamm', '']) {
      expect(errorOf(() => parseTimeframe('', { ...said, zone })).code).toBe('zone-unknown')
    }
  })
})

describe('business days', () => {
  const holidays = {
    region: 'NL',
    range: ['2026', '2026'] as const,
    isHoliday: (date: string) => (date === '2026-12-25' ? 'Eerste kerstdag' : (false as const)),
  }

  test('skip the holidays that are passed, and the weekend that goes with them', () => {
    const reference = '2026-12-23T10:00:00+01:00'
    const text = 'Within two business days.'
    expect(days(text, { reference })).toBe('2026-12-23..2026-12-25')
    expect(days(text, { reference, holidays })).toBe('2026-12-23..2026-12-28')
    expect(days(text, { reference, holidays: { weekend: [5, 6], holidays } })).toBe(
      '2026-12-23..2026-12-27',
    )
  })

  test('are never counted through a year that the holidays do not know', () => {
    const reference = '2026-12-30T10:00:00+01:00'
    const read = () => parseTimeframe('Within 10 working days.', { ...said, reference, holidays })
    expect(errorOf(read).code).toBe('holiday-year-out-of-range')
  })

  test('need a weekend of ISO weekdays that leaves a day to work on', () => {
    const read = (weekend: number[]) => () =>
      parseTimeframe('In 3 business days.', { ...said, holidays: { weekend } })
    expect(errorOf(read([0, 6])).code).toBe('weekend-malformed')
    expect(errorOf(read([1, 2, 3, 4, 5, 6, 7])).code).toBe('business-day-none')
  })
})

describe('readings', () => {
  const ids = (text: string, options: Partial<TimeframeOptions> = {}) =>
    read(text, options).readings.map(({ id, earliest, latest }) => [id, earliest, latest])

  test('begin with the chosen one and give a reason in words', () => {
    const { readings, earliest, latest } = read('By Friday.')
    expect(readings).toHaveLength(1)
    expect(readings[0]).toMatchObject({ id: 'by', earliest, latest })
    expect(readings[0]?.reason).toMatch(/^[A-Z].*[^.]$/)
  })

  test('hold Werktage with and without Saturday', () => {
    expect(ids('Innerhalb von fünf Werktagen.', { locale: 'de' })).toEqual([
      ['within', '2026-11-25', '2026-12-02'],
      ['saturday-works', '2026-11-25', '2026-12-01'],
    ])
  })

  test('hold fifteen days as fifteen and as two weeks', () => {
    expect(ids('En quince días.', { locale: 'es' })).toEqual([
      ['in', '2026-12-10', '2026-12-10'],
      ['whole-weeks', '2026-12-09', '2026-12-09'],
    ])
  })

  test('hold the nearest day of the weekday that a date contradicts', () => {
    expect(ids('By Wednesday 15 December.')).toEqual([
      ['by', '2026-11-25', '2026-12-15'],
      ['named-weekday', '2026-11-25', '2026-12-16'],
    ])
    expect(ids('On Friday 4 December.')).toHaveLength(1)
  })

  test('hold the weekday of this week and of the next', () => {
    expect(ids('Next Friday.')).toEqual([
      ['on', '2026-12-04', '2026-12-04'],
      ['other-weekday', '2026-11-27', '2026-11-27'],
    ])
    expect(ids('Next Monday.')).toHaveLength(1)
  })

  test('hold the nearer weekday where another day was named before', () => {
    expect(ids('We meet next Wednesday; you hear on Thursday.')).toEqual([
      ['on', '2026-12-03', '2026-12-03'],
      ['other-weekday', '2026-11-26', '2026-11-26'],
    ])
  })

  test.each([
    ['On 03/12.', 'en', 'other-date-order'],
    ['On Thursday 4 December.', 'en', 'named-weekday'],
    ['Am Montag, den 4. Dezember.', 'de', 'named-weekday'],
    ['By the end of the week.', 'en', 'until-sunday'],
    ['Within the next week.', 'en', 'calendar-week'],
    ['By December.', 'en', 'period-end'],
    ['Voor vrijdag.', 'nl', 'day-included'],
    ['In a couple of weeks.', 'en', 'up-to-three'],
    ['On Wednesday.', 'en', 'today'],
    ['You will get an update bi-weekly.', 'en', 'twice-a-week'],
  ])('of "%s" (%s) include %s', (text, locale, id) => {
    expect(read(text, { locale }).readings.map((each) => each.id)).toContain(id)
  })
})

describe('commitment', () => {
  test.each([
    'By Friday at the latest.',
    'No later than Friday.',
    'By 5 pm on Friday.',
    'You will definitely hear by Friday.',
    'I will call you on Friday.',
  ])('is firm in "%s"', (text) => {
    expect(read(text).commitment).toBe('firm')
  })

  test.each([
    'By Friday.',
    'On Friday.',
    'You should hear by Friday.',
    'Probably by Friday at the latest.',
    'I will call you on Friday, hopefully.',
  ])('is soft in "%s"', (text) => {
    expect(read(text).commitment).toBe('soft')
  })

  test('follows the doubt that stands nearest', () => {
    const text = 'You will probably hear on Thursday. I will call you on Friday.'
    expect(read(text)).toMatchObject({ commitment: 'firm', earliest: '2026-11-27' })
  })
})

describe('of several times', () => {
  test('the last that speaks of the answer counts', () => {
    expect(days('We decide this week and call you next week.')).toBe('2026-11-30..2026-12-04')
    expect(days('You will hear by Friday, since the budget closes on Monday.')).toBe(
      '2026-11-25..2026-11-27',
    )
  })

  test('a correction replaces what it corrects and keeps its relation', () => {
    expect(days('By Thursday, sorry, by Friday.')).toBe('2026-11-25..2026-11-27')
    expect(days('Within one week, no, two.')).toBe('2026-11-25..2026-12-09')
  })

  test('one that refers back is counted from the one before', () => {
    expect(days('The board meets on 10 December; you will hear a week later.')).toBe(
      '2026-12-17..2026-12-17',
    )
  })
})

test('a date without a year that has just passed is not moved to the next year', () => {
  expect(parseTimeframe('On 20 November.', said)).toBeNull()
  expect(days('On 20 January.')).toBe('2027-01-20..2027-01-20')
})
