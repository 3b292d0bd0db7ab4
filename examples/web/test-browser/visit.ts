import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'

/** A person at the page, with everything that the browser complained of meanwhile. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly url: string
  /** Errors of scripts, of the console, and of the security policy. */
  readonly complaints: readonly string[]
  /** Another tab of the same browser. */
  readonly newTab: () => Promise<Page>
}

/** Opens the page as a new person would. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const url = inject('url')
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
    ...options,
  })
  const complaints: string[] = []
  await context.exposeFunction('complain', (text: string) => complaints.push(text))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(globalThis, 'complain')(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  const newTab = async (): Promise<Page> => {
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(`console: ${message.text()}`)
    })
    await page.goto(url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  return { context, page: await newTab(), url, complaints, newTab }
}

/** Begins an application from wherever the page is. */
export async function begin(page: Page, company: string): Promise<void> {
  await page.getByRole('link', { name: 'New interview' }).click()
  await page.getByLabel('Company').fill(company)
  await page.getByLabel('Role').fill('Data engineer')
  await page.getByLabel('Who you meet').fill('Priya Nair')
  await page.getByText('More about them').click()
  await page.getByLabel('Their e-mail').fill('priya@example.com')
  await page.getByLabel('Your name').fill('Robin Jansen')
  await page.getByRole('button', { name: 'Put it on the agenda' }).click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
}

/** Goes to an application by the list at the side. */
export async function open(page: Page, company: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Applications' })
    .getByRole('link', { name: company })
    .click()
  await page.getByRole('heading', { level: 1, name: company }).waitFor()
}

/** Records an event by its button; `fill` answers the questions of its form. */
export async function record(
  page: Page,
  label: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Loads the sample job search. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look at a sample job search' }).click()
  await page.getByRole('heading', { name: 'Today' }).waitFor()
}
