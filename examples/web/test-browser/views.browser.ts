import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../../packages/plugin-host/test-browser/chromium.ts'
import { openSample, type Visit, visit } from './visit.ts'

let browser: Browser
let visited: Visit

/** Every view, by its address. */
const views = [
  '#/',
  '#/begin',
  '#/data',
  '#/plugins',
  '#/closing/sample-fernhill-analytics',
  '#/application/sample-noordzee-logistiek',
  `#/application/sample-noordzee-logistiek/${encodeURIComponent('sample-noordzee-logistiek/thankYou/r1-youssef-amrani')}`,
  '#/application/sample-atelier-verdon',
]

beforeAll(async () => {
  browser = await launchChromium()
  visited = await visit(browser)
  await openSample(visited.page)
})
afterAll(() => browser?.close())

async function show(page: Page, view: string): Promise<void> {
  await page.goto(visited.url + view)
  await page.locator(`main[data-at="${view}"] h1`).waitFor()
  if (view.includes('thankYou')) await page.locator('.sheet').waitFor()
}

/** What axe finds. It is not of the page, so that the page's policy does not hold for it. */
async function findings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const { violations } = await Reflect.get(globalThis, 'axe').run(runOnly ? { runOnly } : {})
    return violations.flatMap(
      (rule: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        rule.nodes.map(({ html, failureSummary }) => `${rule.id}: ${html} ${failureSummary}`),
    )
  }, rules)
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  // What else axe looks at does not depend on the theme.
  const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined

  test.each(views)('axe finds nothing at %s', async (view) => {
    const { page } = visited
    await page.setViewportSize({ width: 1440, height: 1000 })
    await page.emulateMedia({ colorScheme })
    await show(page, view)
    expect(await findings(page, rules)).toEqual([])
  })

  test('axe finds nothing in a form, in the palette, and on a narrow page', async () => {
    const { page } = visited
    await page.emulateMedia({ colorScheme })
    await show(page, '#/application/sample-atelier-verdon')
    await page.getByRole('button', { name: 'fixed the next round' }).click()
    expect(await findings(page, rules)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    expect(await findings(page, rules)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 360, height: 780 })
    expect(await findings(page, rules)).toEqual([])
  })
})

test.each(views)('nothing has to be scrolled sideways at 360 pixels at %s', async (view) => {
  const { page } = visited
  for (const language of ['EN', 'NL']) {
    await page.setViewportSize({ width: 360, height: 780 })
    await show(page, view)
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect([language, over]).toEqual([language, 0])
    await page.locator('.tool--text').click()
    await page.locator(`html[lang=${language === 'EN' ? 'nl' : 'en'}]`).waitFor()
  }
})

/** Goes on with the tabulator until a field has the focus, and types. */
async function type(page: Page, name: string, text: string): Promise<void> {
  for (let steps = 0; steps < 20; steps++) {
    await page.keyboard.press('Tab')
    const field = await page.evaluate(() => document.activeElement?.getAttribute('name'))
    if (field === name) return page.keyboard.type(text)
  }
  throw new Error(`${name} cannot be reached`)
}

test('everything can be reached and done by keyboard', async () => {
  const { page } = await visit(browser)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'A new interview' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await type(page, 'company', 'Birch & Stone')
  await type(page, 'role', 'Editor')
  await type(page, 'interviewer', 'Ines Prado')
  await type(page, 'name', 'Robin Jansen')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await page.getByRole('link', { name: 'Birch & Stone' }).first().waitFor()
})

test('the theme that was chosen is there before the first paint', async () => {
  const { page } = await visit(browser, { colorScheme: 'light' })
  const theme = page.getByRole('button', { name: /Light or dark/ })
  await theme.click()
  await theme.click()
  await page.goto(visited.url, { waitUntil: 'commit' })
  await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' })
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  )
  expect(paper).toBe('rgb(26, 23, 20)')
})

test('nothing of all that offended the security policy or threw', () => {
  expect(visited.complaints).toEqual([])
})
