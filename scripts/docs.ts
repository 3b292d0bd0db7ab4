import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { instance } from '@viz-js/viz'
import { deadAnchors } from './site-links.ts'
import { tidyReference, writePages } from './site-pages.ts'
import { writeReference } from './site-reference.ts'
import { statechartDot } from './statechart.ts'

/**
 * Builds the site of the documents into `.verify/site`: the documents of the repository, the
 * reference, the picture of the statechart, and the web demo under `/demo/`. A dead link fails it.
 */
const pages = resolve('.verify/site-pages')
const site = resolve('.verify/site')
rmSync(pages, { recursive: true, force: true })
rmSync(site, { recursive: true, force: true })

stopAt(writePages(pages))
await writeReference(join(pages, 'reference'))
tidyReference(join(pages, 'reference'))
await writeChart(join(pages, 'public'))
run('vitepress', ['build', 'docs'])
buildDemo()
stopAt(deadAnchors(site))
console.log(`The site is in ${site}`)

function stopAt(dead: readonly string[]): void {
  for (const link of dead) console.log(link)
  if (dead.length > 0) process.exit(1)
}

async function writeChart(folder: string): Promise<void> {
  const viz = await instance()
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'statechart.svg'),
    viz.renderString(statechartDot(), { format: 'svg', engine: 'dot' }),
  )
}

/** The web demo brings its own builder. */
function buildDemo(): void {
  const vite = resolve('examples/web/node_modules/.bin/vite')
  if (!existsSync(vite)) {
    console.log('The web demo is not installed here, so the site has none')
    return
  }
  const out = join(site, 'demo')
  run(vite, ['build', 'examples/web', '--base', '/demo/', '--outDir', out, '--emptyOutDir'])
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  if (status === 0) return
  console.log(`${program} ${args.join(' ')} failed`)
  process.exit(1)
}
