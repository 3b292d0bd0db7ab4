import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../../packages/plugin-host/test-browser/chromium.ts'
import { begin, open, record, visit } from './visit.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('a life goes from the closing card to an accepted offer, and a reload in the middle loses nothing', async () => {
  const { page, complaints } = await visit(browser)
  await page.getByRole('link', { name: 'Start with your own interview' }).click()
  await begin(page, 'Fernhill Analytics')
  const state = page.locator('.state')

  await page.getByRole('link', { name: 'Open the card' }).click()
  await page.getByLabel('In their words').fill('you will hear from us by the end of next week')
  await page.getByRole('radio').nth(1).waitFor()
  await page.getByRole('button', { name: 'Keep the answer' }).click()
  await page.getByText('Kept. It is on your agenda.').waitFor()
  await page.getByLabel('Priya Nair').fill('the move to weekly releases')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'The interview is over' }).click()
  await page.getByRole('link', { name: 'Write the thank-you' }).click()
  expect(await state.innerText()).toBe('Thanks')

  await page.locator('[data-kind=thankYou]').getByRole('link', { name: 'Write' }).click()
  await page.getByText('Ready to send').waitFor()
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toContain(
    'the move to weekly releases',
  )
  await page.getByRole('button', { name: 'I have sent it' }).click()
  await page.getByText('Waiting, within their time').first().waitFor()

  await page.reload()
  await page.getByText('Waiting, within their time').first().waitFor()
  await page.getByText('You sent a thank-you').waitFor()

  await record(page, 'made an offer', async (dialog) => {
    await dialog.getByLabel('How').selectOption('phone')
    await dialog.getByLabel('Pay').fill('€ 64,000 a year')
  })
  await page.getByText('Offer, received').first().waitFor()
  await page.locator('[data-kind=acknowledgeOffer]').getByRole('button', { name: 'Done' }).click()
  await page.getByText('Offer, thinking').first().waitFor()
  await record(page, 'accepted the offer')
  await page.getByText('Offer, accepted').first().waitFor()
  expect(await page.locator('.item__what').allInnerTexts()).toEqual(
    expect.arrayContaining([
      'Confirm in writing what was agreed',
      'Withdraw politely everywhere else',
    ]),
  )
  expect(complaints).toEqual([])
})

test('a refusal is answered, and the answer is kept', async () => {
  const { page, complaints } = await visit(browser)
  await begin(page, 'Harbour Bank')
  await open(page, 'Harbour Bank')
  await record(page, 'said no', async (dialog) => {
    await dialog.getByLabel('How').selectOption('email')
  })
  await page.getByText('Refusal, one night’s sleep').first().waitFor()
  await page.locator('[data-kind=replyToRejection]').getByRole('link', { name: 'Write' }).click()
  await page.getByText('Ready to send').waitFor()
  await page.getByRole('button', { name: 'I have sent it' }).click()
  await page.getByText('Refusal, feedback').first().waitFor()
  await page.getByText('You answered the refusal').waitFor()
  expect(complaints).toEqual([])
})

test('a refused event says why and what to do', async () => {
  const { page } = await visit(browser)
  await begin(page, 'Harbour Bank')
  await open(page, 'Harbour Bank')
  await record(page, 'finished the interview')
  await page.getByRole('button', { name: 'said no' }).click()
  await page.getByText('When it happened').click()
  await page.getByRole('dialog').locator('input[name=at]').fill('2020-01-01T10:00')
  await page.getByRole('button', { name: 'Record it' }).click()
  const problem = page.getByRole('dialog', { name: 'That did not work' })
  await problem.getByText('What to do:').waitFor()
  expect(await problem.innerText()).toContain('What to do: ')
})

test('the weeks of the trial can be walked, and the walk can be stopped', async () => {
  const { page, complaints } = await visit(browser)
  await page.getByRole('button', { name: 'Look at a sample job search' }).click()
  const lumen = page.getByRole('link', { name: 'Lumen Health Waiting, gone quiet' })
  await lumen.waitFor()
  await page.getByRole('button', { name: '+ 4 weeks' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: '+ 4 weeks' }).click()
  await page.getByRole('link', { name: 'Lumen Health Waiting, probably no' }).waitFor()
  await page.getByRole('button', { name: '+ 1 day' }).waitFor()
  const ahead = await page.locator('.clock__date').innerText()
  await page.reload()
  await page.getByRole('link', { name: 'Lumen Health Waiting, probably no' }).waitFor()
  expect(await page.locator('.clock__date').innerText()).toBe(ahead)
  await page.getByRole('button', { name: 'Back to my data' }).click()
  await page.getByRole('heading', { name: 'After the interview, what now?' }).waitFor()
  expect(complaints).toEqual([])
})
