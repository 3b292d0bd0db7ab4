/** Makes letters.json, which the plugin contributes, of the folder letters. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { checkPacks, describeProblem, packOfFiles, type PackOfFiles } from '@afterview/templates'
import { letters as english } from '@afterview/templates/packs/en'

const folder = join(import.meta.dirname, 'letters')

/** The pack that the folder holds, and everything that is wrong with it beside the English letters. */
export function buildLetters(): PackOfFiles {
  const { pack, problems } = packOfFiles(Object.fromEntries(files()))
  if (pack === undefined) return { problems }
  return { pack, problems: [...problems, ...checkPacks([english, pack])] }
}

function files(): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')])
}

if (import.meta.main) {
  const { pack, problems } = buildLetters()
  for (const problem of problems) console.error(describeProblem(problem))
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
  else {
    const text = `${JSON.stringify(pack, null, 2)}\n`
    writeFileSync(join(import.meta.dirname, 'letters.json'), text)
  }
}
