import { engineCases } from '@afterview/engine/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storeCases } from '../../engine/src/testing/cases/store-cases.ts'
import { launchChromium } from '../../plugin-host/test-browser/chromium.ts'
import type { Suite } from './page.ts'
import { type Site, serveSite } from './site.ts'

let site: Site
let browser: Browser

/** The page has put its suite there. */
declare const suite: Suite

beforeAll(async () => {
  site = await serveSite()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url)
  await page.waitForFunction(() => 'suite' in globalThis)
  return page
}

describe('in Chromium', () => {
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    page = await openTab(await browser.newContext())
    page.on('pageerror', (error) => complaints.push(error.message))
  })

  afterAll(() => page.context().close())

  test.each(engineCases)('$rule $title', async ({ title }) => {
    expect(await page.evaluate((it) => suite.conform(it), title)).toBeUndefined()
  })

  test.each(storeCases)('$rule $title', async ({ title }) => {
    expect(await page.evaluate((it) => suite.conformStore(it), title)).toBeUndefined()
  })

  test('MOD-1 holds for more lives at random', async () => {
    for (const seed of [800, 801, 802, 803]) {
      expect(await page.evaluate((it) => suite.live(it), seed)).toBeUndefined()
    }
  })

  test('no error was left without somebody to hear it', () => {
    expect(complaints).toEqual([])
  })
})

describe('in several tabs of Chromium', () => {
  const name = 'tabs'
  const interviewEnd = '2026-11-25T14:30:00Z'
  let context: BrowserContext

  beforeEach(async () => {
    context = await browser.newContext()
  })

  afterEach(() => context.close())

  async function openEngine(now?: string): Promise<Page> {
    const page = await openTab(context)
    const options = { name, batch: 10 }
    const problem = await page.evaluate((it) => suite.open(it.options, it.now), { options, now })
    expect(problem).toBeUndefined()
    return page
  }

  /** Resolves when a tab has heard it. */
  async function hears(page: Page, change: string): Promise<void> {
    await page.waitForFunction((it) => suite.heard().includes(it), change)
  }

  test('TAB-1 one hears of what another changed', async () => {
    const [one, other] = [await openEngine(), await openEngine()]
    expect(await one.evaluate(() => suite.begin('acme-1'))).toBeUndefined()
    await hears(other, 'began acme-1 0')
    expect(await other.evaluate(() => suite.ask('acme-1'))).toBeUndefined()
    await hears(one, 'recorded acme-1 1')
    expect(await one.evaluate(() => suite.revision('acme-1'))).toBe(1)
  })

  test('TAB-2 one fires the timers, and TAB-3 another when that one is closed', async () => {
    const [one, other] = [await openEngine(), await openEngine()]
    for (const id of ['acme-1', 'acme-2']) await one.evaluate((it) => suite.begin(it), id)
    await hears(other, 'began acme-2 0')
    await other.evaluate((it) => suite.sleepTo(it), interviewEnd)
    expect(await other.evaluate(() => suite.firings('acme-1'))).toBe(0)
    await one.close()
    await expect
      .poll(async () => {
        await other.evaluate((it) => suite.sleepTo(it), interviewEnd)
        return other.evaluate(() => suite.firings('acme-1'))
      })
      .toBe(1)
    expect(await other.evaluate(() => suite.firings('acme-2'))).toBe(1)
  })

  test('REC-6 events of both at the same time are taken one after the other', async () => {
    const tabs = [await openEngine(), await openEngine()]
    await tabs[0]?.evaluate(() => suite.begin('acme-1'))
    const answers = await Promise.all(
      tabs.flatMap((tab, index) =>
        Array.from({ length: 25 }, (_, number) =>
          tab.evaluate((key) => suite.ask('acme-1', key), `${index}-${number}`),
        ),
      ),
    )
    expect(answers.filter((answer) => answer !== undefined)).toEqual([])
    const revisions = await tabs[1]?.evaluate(() => suite.revisionsOfHistory('acme-1'))
    expect(revisions).toEqual([...Array.from({ length: 51 }).keys()])
  })

  test('DAT-9 a tab that is reloaded in the middle of its writes has all that was answered', async () => {
    const page = await openEngine()
    await page.evaluate(() => suite.begin('acme-1'))
    const answered: string[] = []
    await page.exposeFunction('answered', (key: string) => void answered.push(key))
    await page.evaluate(() => {
      const writeOn = async (): Promise<void> => {
        for (let number = 0; number < 10_000; number += 1) {
          const problem = await suite.ask('acme-1', `key-${number}`)
          if (problem === undefined) void Reflect.get(globalThis, 'answered')(`key-${number}`)
        }
      }
      void writeOn()
    })
    await expect.poll(() => answered.length).toBeGreaterThan(20)
    await page.reload()
    await page.waitForFunction(() => 'suite' in globalThis)
    expect(await page.evaluate(() => suite.open({ name: 'tabs' }))).toBeUndefined()
    const revision = (await page.evaluate(() => suite.revision('acme-1'))) ?? 0
    const revisions = await page.evaluate(() => suite.revisionsOfHistory('acme-1'))
    expect(revision).toBeGreaterThanOrEqual(answered.length)
    expect(revisions).toEqual([...Array.from({ length: revision + 1 }).keys()])
    await page.evaluate(() => suite.ask('acme-1', 'key-0'))
  })

  test('SAV-1 a file carries everything to another browser', async () => {
    const page = await openEngine()
    for (const id of ['acme-1', 'acme-2']) await page.evaluate((it) => suite.begin(it), id)
    await page.evaluate(() => suite.ask('acme-1'))
    const text = await page.evaluate(() => suite.exportToJson())
    const strangers = await browser.newContext()
    const stranger = await openTab(strangers)
    await stranger.evaluate(() => suite.open({ name: 'elsewhere' }))
    expect(await stranger.evaluate((it) => suite.importFromJson(it), text)).toBeUndefined()
    expect(await stranger.evaluate(() => suite.ids())).toEqual(['acme-1', 'acme-2'])
    expect(await stranger.evaluate(() => suite.exportToJson())).toBe(text)
    await stranger.evaluate((it) => suite.sleepTo(it), interviewEnd)
    expect(await stranger.evaluate(() => suite.firings('acme-1'))).toBe(1)
    expect(await stranger.evaluate((it) => suite.importFromJson(it), text)).toBe(
      'saved-data-conflicts',
    )
    await strangers.close()
  })

  test('DBS-5 an engine gives way to a tab that deletes the database', async () => {
    const page = await openEngine()
    await page.evaluate(() => suite.begin('acme-1'))
    const other = await openTab(context)
    const deleted = await other.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.deleteDatabase('tabs')
          request.addEventListener('success', () => resolve('deleted'))
          request.addEventListener('blocked', () => resolve('blocked'))
        }),
    )
    expect(deleted).toBe('deleted')
    expect(await page.evaluate(() => suite.ask('acme-1'))).toBe('database-superseded')
  })

  test('DBS-7 without room nothing of a change is written, and all else goes on', async () => {
    const page = await openTab(context)
    const session = await context.newCDPSession(page)
    const { origin } = new URL(site.url)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 })
    await page.evaluate(() => suite.open({ name: 'small' }))
    const { begun, problem } = await page.evaluate(async () => {
      const begun: string[] = []
      for (;;) {
        const id = `acme-${String(begun.length).padStart(5, '0')}`
        const problem = await suite.begin(id)
        if (problem !== undefined) return { begun, problem }
        begun.push(id)
      }
    })
    expect(problem).toBe('storage-full')
    expect(await page.evaluate(() => suite.ids())).toEqual(begun.slice(0, 1000))
    expect(await page.evaluate((id) => suite.revision(id), `acme-${begun.length}`)).toBeUndefined()
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    expect(await page.evaluate(() => suite.ask('acme-00000'))).toBeUndefined()
    expect(await page.evaluate(() => suite.revisionsOfHistory('acme-00000'))).toEqual([0, 1])
  })

  test('DBS-3 a frame that may keep no data is told so', async () => {
    const page = await context.newPage()
    await page.goto(`${site.url}framed`)
    const frame = page.frames().find((one) => one !== page.mainFrame())
    if (frame === undefined) throw new Error('there is no frame')
    await frame.waitForFunction(() => 'suite' in globalThis)
    expect(await frame.evaluate(() => suite.open({}))).toBe('storage-refused')
  })
})
