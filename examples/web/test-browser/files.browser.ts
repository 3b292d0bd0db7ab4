import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../../packages/plugin-host/test-browser/chromium.ts'
import { open, openSample, visit } from './visit.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

test('the calendar file has an entry for everything that the page shows to do', async () => {
  const { page } = await visit(browser)
  await openSample(page)
  await open(page, 'Atelier Verdon')
  const shown = await page.locator('.item').count()
  const calendar = new ICAL.Component(
    ICAL.parse(await saved(page, 'Download the calendar file')) as unknown[],
  )
  const entries = calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry))
  const standing = entries.filter(
    ({ component }) => component.getFirstPropertyValue('status') !== 'CANCELLED',
  )
  expect(standing.length).toBeGreaterThanOrEqual(shown)
  expect(shown).toBeGreaterThan(2)
  for (const { summary } of standing) expect(summary).toContain('Atelier Verdon')
})

test('the mail file is the letter as it was edited, to the person it is for', async () => {
  const { page, complaints } = await visit(browser)
  await openSample(page)
  await open(page, 'Noordzee Logistiek')
  await page.locator('[data-kind=thankYou]').getByRole('link', { name: 'Write' }).click()
  const subject = page.getByLabel('Subject')
  const text = page.getByLabel('Text', { exact: true })
  await subject.fill('Thank you — and a thought')
  await text.fill(`${await text.inputValue()}\n\nP.S. Zoë says hello.`)
  const mail = await PostalMime.parse(await saved(page, 'Download .eml'))
  expect(mail.subject).toBe('Thank you — and a thought')
  expect(mail.to).toEqual([{ name: 'Youssef Amrani', address: 'youssef-amrani@example.com' }])
  expect(mail.text?.trim()).toBe((await text.inputValue()).trim())
  expect(complaints).toEqual([])
})

test('the linter reads along while one types, and mends what it can', async () => {
  const { page, complaints } = await visit(browser)
  await openSample(page)
  await open(page, 'Noordzee Logistiek')
  await page.locator('[data-kind=thankYou]').getByRole('link', { name: 'Write' }).click()
  const findings = page.getByRole('region', { name: 'What the linter says' })
  await findings.getByText('Not ready yet').waitFor()
  await page.getByLabel('What is the one thing').fill('the new warehouse')
  await page.getByRole('button', { name: 'Add' }).click()
  await findings.getByText('Ready to send').waitFor()
  const text = page.getByLabel('Text', { exact: true })
  const letter = await text.inputValue()
  await text.fill(letter.replace('Noordzee Logistiek', 'Lumen Health'))
  await findings.getByText('Lumen Health').waitFor()
  await findings.getByText('Not ready yet').waitFor()
  await text.fill(letter)
  await findings.getByText('Ready to send').waitFor()
  expect(complaints).toEqual([])
})
