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

describe('the Web Worker adapter', () => {
  test.each(isolationConformance)('$title', async ({ title }) => {
    const found = await page.evaluate((asked) => suite.conform(asked), title)
    expect(found).toBeUndefined()
  })
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
