import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../../packages/plugin-host/test-browser/chromium.ts'
import { begin, open, record, visit } from './visit.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('two tabs show what the other one recorded, and neither undoes it', async () => {
  const { page: left, newTab, complaints } = await visit(browser)
  await begin(left, 'Lumen Health')
  const right = await newTab()
  await open(left, 'Lumen Health')
  await open(right, 'Lumen Health')

  await record(left, 'finished the interview')
  await right.getByText('You finished the interview').waitFor()
  await record(right, 'made an offer', async (dialog) => {
    await dialog.getByLabel('How').selectOption('email')
  })
  await left.getByText('Offer, received').first().waitFor()
  await Promise.all([
    left.locator('[data-kind=thankYou]').getByRole('button', { name: 'Done' }).click(),
    record(right, 'asked for more time'),
  ])
  for (const tab of [left, right]) {
    await tab.getByText('You sent a thank-you').waitFor()
    await tab.getByText('You asked for more time').waitFor()
  }
  const [one, other] = await Promise.all(
    [left, right].map((tab) => tab.locator('.moment:not(.moment--now)').allInnerTexts()),
  )
  expect(one).toEqual(other)
  expect(complaints).toEqual([])
})

test('an exported file brings everything back to a browser that has nothing', async () => {
  const { page, complaints } = await visit(browser)
  await begin(page, 'Quarry Software')
  await page.getByRole('link', { name: 'Your data' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as a file' }).click(),
  ])
  const file = await download.path()

  const { page: other } = await visit(browser)
  await other.getByRole('link', { name: 'Your data' }).click()
  await other.locator('input[type=file]').setInputFiles(file)
  await other.getByText('1 application added, 0 already here.').waitFor()
  await open(other, 'Quarry Software')

  await other.getByRole('link', { name: 'Your data' }).click()
  await other
    .locator('input[type=file]')
    .setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await other.getByRole('dialog', { name: 'That did not work' }).getByText('What to do:').waitFor()
  expect(complaints).toEqual([])
})
