import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPlugin, templateNames } from '../src/index.ts'

/** Writes the files of templates that are made from others: names of manifests, built packs. */
const root = fileURLToPath(new URL('..', import.meta.url))
const cli = fileURLToPath(import.meta.resolve('@afterview/plugin-host/cli'))

/** Words that stand nowhere else, so that they can be turned back. */
const marks = [
  ['zq-name', '__NAME__'],
  ['zqName', '__SETTING__'],
  ['Zq name', '__TITLE__'],
  ['zq-publisher', '__PUBLISHER__'],
] as const

for (const template of templateNames) {
  const parent = await mkdtemp(join(root, 'node_modules', '.template-'))
  const folder = join(parent, 'zq-name')
  await createPlugin({ folder, publisher: 'zq-publisher', template })
  const made = makeFile(folder)
  const text = await readFile(join(folder, made), 'utf8')
  await writeFile(join(root, 'templates', template, made), turnBack(text))
  await rm(parent, { recursive: true })
}

function makeFile(folder: string): string {
  if (existsSync(join(folder, 'build-letters.js'))) {
    execFileSync(process.execPath, ['build-letters.js'], { cwd: folder, stdio: 'inherit' })
    return 'letters.json'
  }
  const words = [cli, 'types', folder, '--out', join(folder, 'names.d.ts')]
  execFileSync(process.execPath, words, { stdio: 'inherit' })
  return 'names.d.ts'
}

function turnBack(text: string): string {
  return marks.reduce((done, [word, mark]) => done.replaceAll(word, mark), text)
}
