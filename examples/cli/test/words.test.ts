import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataFolder } from '../src/data-folder.ts'
import { nearest } from '../src/nearest.ts'
import { peopleProblem, readPeople } from '../src/people.ts'
import { countryOf, zonesOf } from '../src/places.ts'
import { cut, widthOf, wrap } from '../src/screen.ts'
import { slug } from '../src/slug.ts'
import { table } from '../src/table.ts'
import { readDeadline, readWhen } from '../src/when.ts'

/** A Wednesday, 15:24 in Amsterdam. */
const here = { now: '2026-11-25T14:24:00Z', zone: 'Europe/Amsterdam' }

describe('a clock time', () => {
  test.each([
    ['14:30', '2026-11-25T14:30'],
    ['2pm', '2026-11-25T14:00'],
    ['12am', '2026-11-25T00:00'],
    ['12:15pm', '2026-11-25T12:15'],
    ['today 9.05', '2026-11-25T09:05'],
    ['tomorrow at 2 pm', '2026-11-26T14:00'],
    ['yesterday 16:00', '2026-11-24T16:00'],
    ['wed 16:00', '2026-11-25T16:00'],
    ['tuesday 16:00', '2026-12-01T16:00'],
    ['2026-12-01 08:30', '2026-12-01T08:30'],
    ['2026-12-01T08:30', '2026-12-01T08:30'],
  ])('typed as %s is %s', (typed, local) => {
    expect(readWhen(typed, here)).toEqual({ local, zone: 'Europe/Amsterdam' })
  })

  test('with an offset is an instant', () => {
    expect(readWhen('2026-11-25T15:30:00+01:00', here)).toBe('2026-11-25T14:30:00Z')
  })

  test.each([
    '',
    'soon',
    '25:00',
    '14:60',
    '13pm',
    '7',
    'fri',
    '2026-02-30 10:00',
    'friends 10:00',
  ])('is not read from %j', (typed) => {
    expect(readWhen(typed, here)).toBeUndefined()
  })

  test('is read from no text with a throw', () => {
    assert(
      property(string(), (typed) => {
        expect(() => readDeadline(typed, here)).not.toThrow()
      }),
    )
  })
})

describe('a deadline', () => {
  test.each([
    ['fri', '2026-11-27'],
    ['Wednesday', '2026-11-25'],
    ['2026-12-04', '2026-12-04'],
    ['fri 17:00', { local: '2026-11-27T17:00', zone: 'Europe/Amsterdam' }],
  ])('typed as %s is %j', (typed, expected) => {
    expect(readDeadline(typed, here)).toEqual(expected)
  })
})

describe('people', () => {
  test('stand as in a mail, and get ids of their own', () => {
    const typed =
      'Sam Rivera <sam@acme.example>, Priya Nair; Sam Cole, lena.vos@acme.example, Sam Cole'
    expect(readPeople(typed)).toEqual([
      { id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' },
      { id: 'priya', name: 'Priya Nair' },
      { id: 'sam-cole', name: 'Sam Cole' },
      { id: 'lena', name: 'Lena Vos', email: 'lena.vos@acme.example' },
      { id: 'sam-cole-2', name: 'Sam Cole' },
    ])
  })

  test('with names in any script get an id', () => {
    expect(readPeople('Zoë Müller, 山田 太郎, 鈴木').map(({ id }) => id)).toEqual([
      'zoe',
      'person',
      'person-2',
    ])
  })

  test('that cannot be read are named', () => {
    expect(peopleProblem('Sam, <nobody>')).toContain('“<nobody>”')
    expect(peopleProblem('Sam, Priya <priya@acme.example>')).toBeUndefined()
  })

  test('have ids that differ, whatever is typed', () => {
    assert(
      property(string(), (typed) => {
        const ids = readPeople(typed).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('a slug', () => {
  test('is lower case without accents', () => {
    expect(slug('  Café Société & Co. ')).toBe('cafe-societe-co')
    expect(slug('株式会社')).toBe('')
  })
})

describe('the nearest word', () => {
  const commands = ['agenda', 'record', 'calendar', 'close', 'completion']
  test.each([
    ['agend', 'agenda'],
    ['recrod', 'record'],
    ['calender', 'calendar'],
    ['comp', 'completion'],
    ['c', undefined],
    ['dance', undefined],
  ])('to %s is %s', (typed, meant) => {
    expect(nearest(typed, commands)).toBe(meant)
  })
})

describe('places', () => {
  test('know the country of a zone, and the zones of a country', () => {
    expect(countryOf('Europe/Amsterdam')).toBe('NL')
    expect(countryOf('UTC')).toBeUndefined()
    expect(zonesOf('DE-BY')).toContain('Europe/Berlin')
  })
})

describe('the data folder', () => {
  test.each([
    ['linux', {}, '/home/maya/.local/share/afterview'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/afterview'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/maya/.local/share/afterview'],
    ['darwin', {}, '/home/maya/Library/Application Support/afterview'],
  ])('on %s with %j is %s', (platform, env, folder) => {
    expect(dataFolder(platform, env, '/home/maya')).toBe(folder)
  })

  test('on Windows is local to the machine', () => {
    const home = 'C:\\Users\\maya'
    expect(dataFolder('win32', { LOCALAPPDATA: 'D:\\Local' }, home)).toBe('D:\\Local\\afterview')
    expect(dataFolder('win32', {}, home)).toBe('C:\\Users\\maya\\AppData\\Local\\afterview')
  })
})

describe('a table', () => {
  const rows = [
    ['acme-data-engineer', 'waiting, and it is quiet', 'Fri 4 Dec: check in with the coordinator'],
    ['株式会社', '待', '次'],
  ]

  test('stands in columns, whatever the script', () => {
    const lines = table(['id', 'state', 'next'], rows, undefined)
    expect(lines[2]).toBe(`${'株式会社'.padEnd(18 - 4)}  ${'待'.padEnd(24 - 1)}  次`)
  })

  test('fits the terminal, and cuts no id', () => {
    for (const width of [60, 70, 80]) {
      const lines = table(['id', 'state', 'next'], rows, width)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      expect(lines[1]).toContain('acme-data-engineer  ')
    }
  })

  test('cuts between characters, never inside one', () => {
    expect(cut('👩‍💻👩‍💻👩‍💻', 5)).toBe('👩‍💻👩‍💻…')
    expect(cut('short', 5)).toBe('short')
  })

  test('has long texts go on under their beginning', () => {
    expect(wrap('one two three four five six seven', 4, 24)).toBe(
      'one two three four\n    five six seven',
    )
    expect(wrap('one two', 4, undefined)).toBe('one two')
  })
})
