import { eraseAll } from './erase-all.ts'
import type { Page } from './page.tsx'
import { sampleData } from './sample.ts'
import { settings } from './settings.ts'
import { openWorld } from './world.ts'

/** Fills the trial with the sample job search, as of the real date, and goes there. */
export async function openSample(page: Page, language: string): Promise<void> {
  settings.setDaysAhead(0)
  await fillTrial(page, await sampleData(page.world.clock, language))
}

/** Fills the trial with a copy of the person's own data and goes there. */
export async function openCopy(page: Page): Promise<void> {
  settings.setDaysAhead(0)
  await fillTrial(page, await page.world.engine.exportToJson())
}

async function fillTrial(page: Page, data: string): Promise<void> {
  const isOpen = page.world.name === 'trial'
  const trial = isOpen ? page.world : await openWorld('trial')
  try {
    await eraseAll(trial.engine)
    await trial.engine.importFromJson(data)
    await trial.engine.catchUp()
  } finally {
    if (!isOpen) await trial.close()
  }
  if (!isOpen) page.switchTo('trial')
  location.hash = '#/'
}
