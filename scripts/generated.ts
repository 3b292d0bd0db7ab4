import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { errorTables } from './error-list.ts'
import { checkSnippets } from './snippets.ts'
import { policyTableText, statechartDiagram, stateTable, undrawnEvents } from './statechart.ts'

/**
 * Keeps the generated parts of the documents up to date. A part stands between
 * `<!-- generated: name -->` and `<!-- /generated -->`. Without `--write` a stale part is an error.
 */
const isWriting = process.argv.includes('--write')
const stale: string[] = []

const diagram = [
  '```mermaid',
  statechartDiagram(),
  '```',
  '',
  `Not drawn, since every open state accepts them: ${undrawnEvents.map((type) => `\`${type}\``).join(', ')}.`,
].join('\n')

const parts: Readonly<Record<string, string>> = {
  statechart: diagram,
  'state table': stateTable(),
  policy: policyTableText(),
  errors: errorTables(),
  example: ['```ts', readFileSync('examples/embed/src/embed.ts', 'utf8').trim(), '```'].join('\n'),
}

for (const file of ['README.md', 'docs/statechart.md', 'docs/policy.md', 'docs/errors.md']) {
  const text = readFileSync(file, 'utf8')
  const fresh = text.replaceAll(
    /(<!-- generated: ([\w ]+) -->\n)[^]*?(<!-- \/generated -->)/g,
    (_, open: string, name: string, close: string) => `${open}\n${partOf(file, name)}\n\n${close}`,
  )
  if (fresh === text) continue
  if (isWriting) writeFileSync(file, fresh)
  else stale.push(file)
}

const letters = spawnSync(
  process.execPath,
  ['packages/templates/scripts/build-pack.ts', ...(isWriting ? [] : ['--check'])],
  { stdio: 'inherit' },
)
if (letters.status !== 0) stale.push('packages/templates/src/generated')

const snippets = checkSnippets(isWriting)
for (const problem of snippets) console.log(problem)
if (snippets.length > 0) stale.push('the code in documents')

if (stale.length > 0) {
  console.log(`Out of date: ${stale.join(', ')}\nFix: pnpm generate`)
  process.exitCode = 1
}

function partOf(file: string, name: string): string {
  const part = parts[name]
  if (part === undefined) throw new Error(`${file} asks for "${name}", which nothing generates`)
  return part
}
