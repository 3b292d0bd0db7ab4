// Makes letters.json, which the plugin contributes, from the folder letters.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPacks, describeProblem, packOfFiles } from '@afterview/templates'

const folder = fileURLToPath(new URL('letters', import.meta.url))

/** The pack that the folder holds, and everything that is wrong with it. */
export function buildLetters() {
  const { pack, problems } = packOfFiles(Object.fromEntries(files()))
  return { pack, problems: pack === undefined ? problems : [...problems, ...checkPacks([pack])] }
}

/** @returns {[string, string][]} */
function files() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { pack, problems } = buildLetters()
  for (const problem of problems) process.stderr.write(`${describeProblem(problem)}\n`)
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
  else writeFileSync(new URL('letters.json', import.meta.url), `${JSON.stringify(pack, null, 2)}\n`)
}
