import { isolationConformance } from '@afterview/plugin-host/conformance'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultCases } from '../test/isolation/fault-cases.ts'
import { badPlugin } from '../test/isolation/plugin-files.ts'
import { launchChromium } from './chromium.ts'
import type { Suite } from './page.ts'
import { type Site, serveSite } from './site.ts'

let site: Site
let browser: Browser
let page: Page
const complaints: string[] = []

/** The page has put its suite there. */
declare const suite: Suite

beforeAll(async () => {
  site = await serveSite()
  browser = await launchChromium()
  page = await browser.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(site.url)
  await page.waitForFunction(() => 'suite' in globalThis)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe.each([
  { name: 'the Web Worker adapter', isFramed: false },
  { name: 'the Web Worker adapter in a frame of another origin', isFramed: true },
])('$name', ({ isFramed }) => {
  test.each(isolationConformance)('$title', async ({ title }) => {
    const asked = { title, isFramed }
    const found = await page.evaluate((it) => suite.conform(it.title, it.isFramed), asked)
    expect(found).toBeUndefined()
  })
})

test('a plugin sees the databases of the page from its own worker, from a framed one it does not', async () => {
  const seen = await page.evaluate((it) => suite.databasesSeen(it), badPlugin.commands)
  expect(seen.own).toEqual(['of the page'])
  // Depending on its settings a browser gives the frame empty storage of its own, or none.
  expect(seen.framed).not.toContain('of the page')
})

test('a frame of the page itself is refused, since it would be no boundary', async () => {
  expect(await page.evaluate(() => suite.frameOwnOrigin())).toContain('frame-same-origin')
})

describe('in a Web Worker a plugin that', () => {
  const rows = faultCases.filter(({ outcomes }) => outcomes.webworker !== undefined)
  const { commands } = badPlugin

  test.each(rows)('$fault does no harm to the page', async ({ fault }) => {
    const found = await page.evaluate((asked) => suite.prove(asked.fault, asked.commands), {
      fault,
      commands,
    })
    expect(found).toBeUndefined()
  })
})

test('nothing of all that reaches the console of the page or its error handlers', () => {
  expect(complaints).toEqual([])
})

test('all of that was under a policy that forbids code from text', async () => {
  expect(await page.evaluate(() => suite.makeCode())).toContain('EvalError')
})
