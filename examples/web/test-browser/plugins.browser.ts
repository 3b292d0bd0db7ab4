import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../../packages/plugin-host/test-browser/chromium.ts'
import { begin, open, openSample, record, visit } from './visit.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const bad = '[data-plugin="afterview.bad-plugin"]'

async function runByPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('option', { name: 'Today' }).waitFor()
  await page.keyboard.type(title)
  await palette.getByRole('option', { name: title }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('a plugin that crashes leaves the page and the other plugins alive', async () => {
  const { page, complaints } = await visit(browser)
  await begin(page, 'Harbour Bank')
  await page.getByRole('link', { name: 'Plugins' }).click()
  await page.locator(bad).getByRole('button', { name: 'Switch on' }).click()
  await page.locator(bad).getByRole('button', { name: 'Switch off' }).waitFor()

  await runByPalette(page, 'Throw Bad')
  const problem = page.getByRole('dialog', { name: 'That did not work' })
  await problem.getByText('thrown on purpose').waitFor()
  await problem.getByRole('button', { name: 'Close' }).click()

  await runByPalette(page, 'Loop for ever')
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    runByPalette(page, 'Report as Markdown'),
  ])
  expect(readFileSync(await report.path(), 'utf8')).toContain('Harbour Bank')
  await problem.getByText('What to do:').waitFor()
  await problem.getByRole('button', { name: 'Close' }).click()
  await runByPalette(page, 'Echo Bad')
  await page.getByText('Echo: ').waitFor()
  await open(page, 'Harbour Bank')
  expect(complaints.filter((complaint) => complaint.startsWith('policy'))).toEqual([])
})

test('a plugin that is switched off brings nothing any more, also after a reload', async () => {
  const { page, complaints } = await visit(browser)
  await page.getByRole('link', { name: 'Plugins' }).click()
  const ontario = page.locator('[data-plugin="afterview-examples.policy-ca-on"]')
  await ontario.getByRole('button', { name: 'Reload' }).click()
  await ontario.getByText('commands 1').waitFor()
  const why = page.getByText('is declared by afterview-examples.policy-ca-on')
  expect(await why.innerText()).toContain("country == 'CA-ON'")
  await ontario.getByRole('button', { name: 'Switch off' }).click()
  await why.waitFor({ state: 'detached' })
  await page.reload()
  await ontario.getByRole('button', { name: 'Switch on' }).click()
  await why.waitFor()
  expect(complaints).toEqual([])
})

test('a plugin reads a pasted reply, and only the person records what it means', async () => {
  const { page, complaints } = await visit(browser)
  await openSample(page)
  await open(page, 'Lumen Health')
  await page.getByText('They wrote something').click()
  await page
    .getByLabel('Their message')
    .fill('Unfortunately we have decided to move forward with another candidate.')
  await page.getByRole('button', { name: 'What does it mean?' }).click()
  await page.getByRole('button', { name: /^They said no/ }).waitFor()
  await page.getByText('Waiting, gone quiet').first().waitFor()
  await page.getByRole('button', { name: /^They said no/ }).click()
  await page.getByText('Refusal, one night’s sleep').first().waitFor()
  expect(complaints).toEqual([])
})

test('what a plugin proposes is recorded when the person accepts it, and gone when not', async () => {
  const { page, complaints } = await visit(browser)
  await openSample(page)
  await open(page, 'Lumen Health')
  const proposed = page.locator('section', { hasText: 'Proposed by plugins' })
  await page.getByText('Less common').click()
  await record(page, 'put the position on hold')
  await proposed.getByText('Record: put it on hold yourself').waitFor()
  await proposed.getByRole('button', { name: 'Dismiss' }).click()
  await proposed.waitFor({ state: 'detached' })
  await page.getByText('Waiting, on hold').first().waitFor()

  await record(page, 'put the position on hold')
  await proposed.getByText('Record: put it on hold yourself').waitFor()
  await proposed.getByRole('button', { name: 'Accept' }).click()
  await page.getByText('Waiting, paused').first().waitFor()
  await proposed.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('a letter is written in the language that a plugin brings', async () => {
  const { page, complaints } = await visit(browser)
  await openSample(page)
  await open(page, 'Noordzee Logistiek')
  await page.getByLabel('Letter', { exact: true }).selectOption('thank-you')
  await page.getByLabel('Language').selectOption('sv')
  await page.locator('.sheet [lang=sv]').first().waitFor()
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toContain('Hej')
  expect(complaints).toEqual([])
})
