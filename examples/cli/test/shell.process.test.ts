import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createManualClock } from '@afterview/engine/testing'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/commands.ts'
import { widthOf } from '../src/screen.ts'
import { emptyFolder, quietWorld, type Run, run, runIn, startWith } from './program.ts'

const NOW = '2026-11-25T14:24:00Z'
const BEGIN = [
  ['begin', '--id', 'acme', '--company', 'Acme', '--role', 'Engineer', '--name', 'Maya Okafor'],
  ['--starts', '2026-11-25 14:30', '--interviewers', 'Sam Rivera', '--country', 'NL'],
  ['--zone', 'Europe/Amsterdam'],
].flat()

/** A database with one application. */
async function acme(): Promise<{ db: string; call: (...args: readonly string[]) => Promise<Run> }> {
  const db = join(emptyFolder(), 'search.db')
  const world = quietWorld({ clock: createManualClock(NOW), env: { AFTERVIEW_DB: db } })
  const call = (...args: readonly string[]): Promise<Run> => runIn(world, ...args)
  expect((await call(...BEGIN)).status).toBe(0)
  return { db, call }
}

function words({ stdout }: Run): readonly (string | undefined)[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0])
}

describe('the help', () => {
  test('fits 80 columns, for every command', async () => {
    for (const args of [['--help'], ...commands.map(({ name }) => [name, '--help'])]) {
      const { status, stdout } = await run(...args)
      expect(status).toBe(0)
      const prose = stdout.split('Examples')[0] ?? ''
      for (const line of prose.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80)
    }
  })

  test('says of every option what it does', () => {
    for (const { name, options } of commands) {
      for (const [option, { about }] of Object.entries(options))
        expect(about, `${name} --${option}`).toBeTruthy()
    }
  })

  test('is asked for in four ways', async () => {
    const { stdout } = await run('close', '--help')
    expect(stdout).toContain('--may-follow-up')
    for (const args of [
      ['help', 'close'],
      ['--help', 'close'],
      ['close', 'acme', '-h'],
    ])
      expect((await run(...args)).stdout).toBe(stdout)
  })

  test('names the version', async () => {
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('what is mistyped', () => {
  test.each([
    [['recrod'], 'write "afterview record"'],
    [['hlep'], 'write "afterview help"'],
    [['agenda', '--jsno'], 'write --json'],
    [['draft', 'acme', 'thankyou'], 'write "thank-you"'],
    [['show', 'acne'], 'write "acme"'],
    [['completion', 'bsh'], 'write "bash"'],
    [['record', 'acme', 'ofer.extended'], 'write "offer.extended"'],
  ])('%j is answered with what was meant', async (args, fix) => {
    const { call } = await acme()
    const { stdout, stderr } = await call(...args)
    expect(stdout + stderr).toContain(fix)
  })
})

describe('completion', () => {
  test('knows commands, options, applications, events, items and letters', async () => {
    const { call } = await acme()
    const complete = async (...typed: readonly string[]): Promise<readonly unknown[]> =>
      words(await call('complete', '--', ...typed))
    expect(await complete('ca')).toEqual(['calendar'])
    expect(await complete('help', 'wat')).toEqual(['watch'])
    expect(await complete('record', '')).toEqual(['acme'])
    expect(await complete('record', 'acme', 'offer.')).toEqual(['offer.extended'])
    expect(await complete('record', 'nobody', 'offer.acc')).toEqual(['offer.accepted'])
    expect(await complete('why', 'acme/ask')).toEqual(['acme/askTimeframe/r1'])
    expect(await complete('draft', '--tone', 'warm', 'acme', 'thank-you-')).toEqual([
      'thank-you-coordinator',
    ])
    expect(await complete('draft', 'acme', '--tone', '')).toEqual(['neutral', 'warm', 'formal'])
    expect(await complete('agenda', '--u')).toEqual(['--until'])
    expect(await complete('agenda', '--json', '--j')).toEqual([])
    expect(await complete('demo', 'sil')).toEqual(['silence-and-revival'])
    expect(await complete('completion', 'z')).toEqual(['zsh'])
    expect(await complete('plugins', '')).toEqual(['list', 'why', 'reload'])
    expect(await complete('begin', '')).toEqual([])
    expect(await complete('dance', '')).toEqual([])
  })

  test('makes no database, and takes the one that is named', async () => {
    const { db } = await acme()
    const nowhere = join(emptyFolder(), 'none.db')
    const none = quietWorld({ env: { AFTERVIEW_DB: nowhere } })
    expect(words(await runIn(none, 'complete', '--', 'show', ''))).toEqual([])
    expect(() => statSync(nowhere)).toThrow('ENOENT')
    expect(words(await runIn(none, 'complete', '--', 'show', '--db', db, ''))).toEqual(['acme'])
  })

  test.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that asks the program',
    async (shell) => {
      const { status, stdout } = await run('completion', shell)
      expect(status).toBe(0)
      expect(stdout).toContain('afterview complete -- ')
    },
  )
})

describe('the exit code', () => {
  test('is 3 where the database has a problem', async () => {
    const file = join(emptyFolder(), 'letter.txt')
    writeFileSync(file, 'Dear Sam, this is no database at all.'.repeat(100))
    const { status, stderr } = await run('agenda', '--db', file)
    expect(status).toBe(3)
    expect(stderr).toContain('Fix:')
    expect((await run('agenda', '--db', '/dev/null/x/y.db')).status).toBe(3)
  })

  test('is 2 where something is missing and nobody is there to be asked', async () => {
    const db = join(emptyFolder(), 'search.db')
    const { status, stderr } = await run('begin', '--company', 'Acme', '--db', db)
    expect(status).toBe(2)
    expect(stderr).toContain('--role is missing')
    for (const args of [['show'], ['why'], ['erase'], ['close'], ['record']])
      expect((await run(...args, '--db', db)).status, args.join(' ')).toBe(2)
  })

  test('comes with the error as JSON on demand', async () => {
    const { stdout, stderr } = await run(
      'show',
      'acme',
      '--json',
      '--db',
      join(emptyFolder(), 'a.db'),
    )
    expect(stdout).toBe('')
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'application-unknown',
        message: expect.stringContaining('"acme"'),
        fix: 'afterview list names them',
        details: { applicationId: 'acme' },
      },
    })
  })
})

describe('as JSON', () => {
  test.each([
    ['agenda', [], ['id', 'applicationId', 'kind', 'holder', 'status', 'due', 'basis', 'anchor']],
    [
      'list',
      [],
      ['applicationId', 'revision', 'state', 'beganAt', 'changedAt', 'wakeAt', 'snapshot'],
    ],
    ['show', ['acme'], ['snapshot', 'history', 'agenda', 'possible']],
    ['why', ['acme/askTimeframe/r1'], ['itemId', 'text', 'basis', 'anchor']],
    ['calendar', [], ['calendar']],
    [
      'draft',
      ['acme', 'closing-questions'],
      [
        'kind',
        'output',
        'subject',
        'text',
        'html',
        'eml',
        'findings',
        'wanted',
        'isReady',
        'locale',
        'tone',
      ],
    ],
    ['export', [], ['format', 'version', 'applications']],
    [
      'record',
      ['acme', 'interview.ended'],
      ['accepted', 'snapshot', 'effects', 'wakeAt', 'agenda'],
    ],
    [
      'close',
      ['acme', '--phrase', 'by Friday'],
      ['applicationId', 'events', 'timeframe', 'reading', 'agenda'],
    ],
    ['erase', ['acme', '--yes'], ['applicationId', 'erased']],
  ])('%s has the fields that the README names', async (command, args, fields) => {
    const { call } = await acme()
    const { status, stdout } = await call(command, ...args, '--json')
    expect(status).toBe(0)
    const value: unknown = JSON.parse(stdout)
    const [one] = [value].flat()
    for (const field of fields) expect(one).toHaveProperty(field)
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
    const line = readme.split('\n').find((each) => each.startsWith(`| \`${command}\``)) ?? ''
    for (const field of fields) expect(line).toContain(`\`${field}\``)
  })
})

describe('from another now', () => {
  test('everything is shown as it would stand then, and nothing is written', async () => {
    const { call } = await acme()
    await call('record', 'acme', 'interview.ended')
    const before = (await call('export')).stdout.replace(/"exportedAt": "[^"]+"/g, '')
    const later = ['--now', '2027-02-01T09:00:00Z']
    expect((await call('list', ...later)).stdout).toContain('waiting, probably a no')
    expect((await call('show', 'acme', ...later)).stdout).toContain('waiting, probably a no')
    expect((await call('agenda', ...later)).stdout).toContain('decide whether this silence is a no')
    expect((await call('list', '--state', 'waiting.presumedNo', ...later)).stdout).toContain('acme')
    expect((await call('why', 'acme/confirmSilence/r1', ...later)).status).toBe(0)
    expect((await call('export')).stdout.replace(/"exportedAt": "[^"]+"/g, '')).toBe(before)
  })
})

describe('files', () => {
  test('are written whole with --out', async () => {
    const { call } = await acme()
    const out = join(emptyFolder(), 'out')
    await call('calendar', '--out', out)
    expect(readFileSync(out, 'utf8')).toMatch(/^BEGIN:VCALENDAR/)
    await call('export', 'acme', '--out', out)
    expect(JSON.parse(readFileSync(out, 'utf8')).applications).toHaveLength(1)
    await call('record', 'acme', 'interview.ended')
    await call('draft', 'acme', 'thank-you', '--interviewer', 'sam', '--eml', '--out', out)
    expect(readFileSync(out, 'utf8')).toMatch(/^X-Unsent: 1\r\n/)
    const nowhere = await call('calendar', '--out', '/dev/null/x')
    expect(nowhere).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('out-not-writable'),
    })
  })

  test('are not needed to copy a letter', async () => {
    const { call } = await acme()
    await call('record', 'acme', 'interview.ended')
    const { stdout, stderr } = await call(
      'draft',
      'acme',
      'thank-you',
      '--interviewer',
      'sam',
      '--plain',
    )
    expect(stdout).toMatch(/^Thank you.*\n\nDear Sam Rivera,\n/)
    expect(stdout).not.toContain('Ready')
    expect(stderr).toContain(': ')
  })
})

describe('watch', () => {
  test('tells what is due, then what falls due, once each, until it is stopped', async () => {
    const { db, call } = await acme()
    await call('record', 'acme', 'interview.ended')
    const clock = createManualClock(NOW)
    const stop = Promise.withResolvers<void>()
    const world = quietWorld({
      clock,
      env: { AFTERVIEW_DB: db },
      stopped: () => stop.promise,
    })
    const watching = runIn(world, 'watch', '--json')
    // One timer is the engine's, one the watch's.
    while (clock.timers < 2) await new Promise((resolve) => void setImmediate(resolve))
    for (let day = 26; day <= 30; day += 1) await clock.sleepTo(`2026-11-${day}T14:24:00Z`)
    await clock.sleepTo('2026-12-02T14:24:00Z')
    stop.resolve()
    const { status, stdout } = await watching
    expect(status).toBe(0)
    const news: { type: string; item?: { kind: string; status: string } }[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const due = news.flatMap(({ type, item }) =>
      type === 'due' && item ? [`${item.kind} ${item.status}`] : [],
    )
    expect(due).toContain('checkIn due')
    expect(new Set(due).size).toBe(due.length)
    expect(news.map(({ type }) => type)).toContain('woke')
  })
})

describe('the output', () => {
  test('is plain where there is no terminal, and in colours where they are forced', () => {
    expect(startWith({}, '--help').stdout).not.toContain('\u001B[')
    expect(startWith({ FORCE_COLOR: '1' }, '--help').stdout).toContain('\u001B[')
  })
})
