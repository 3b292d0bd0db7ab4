import { eraseAll, exportText, importText } from './data-file.ts'
import type { Page } from './page.tsx'
import { addSample } from './sample.ts'
import { settings } from './settings.ts'
import { openWorld, type World } from './world.ts'

/** Fills the trial with the sample job search and goes there. */
export function openSample(page: Page, language: string): Promise<void> {
  return fillTrial(page, (trial) => addSample(trial, language))
}

/** Fills the trial with a copy of what is open and goes there. */
export async function openCopy(page: Page): Promise<void> {
  const text = await exportText(page.world)
  await fillTrial(page, async (trial) => void (await importText(trial, text)))
}

/** The clock of the trial starts again at the real date. */
async function fillTrial(page: Page, fill: (trial: World) => Promise<void>): Promise<void> {
  settings.setDaysAhead(0)
  const isOpen = page.world.name === 'trial'
  const trial = isOpen ? page.world : await openWorld('trial')
  try {
    await eraseAll(trial)
    await fill(trial)
  } finally {
    if (!isOpen) await trial.close()
  }
  if (!isOpen) page.switchTo('trial')
  location.hash = '#/'
}
