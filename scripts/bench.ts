import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BenchTable } from './bench-table.ts'

/** Runs every benchmark, or those whose path contains a given word, and prints tables or JSON. */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isJson = process.argv.includes('--json')
const paths = globSync('packages/*/bench/*.ts')
  .toSorted()
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
const tables: BenchTable[] = []

for (const path of paths) {
  const module = (await import(pathToFileURL(resolve(path)).href)) as {
    readonly bench?: () => Promise<BenchTable>
  }
  if (module.bench === undefined) continue
  const table = await module.bench()
  tables.push(table)
  if (!isJson) print(table)
}
if (isJson) process.stdout.write(`${JSON.stringify(tables, null, 2)}\n`)

function print({ title, rows }: BenchTable): void {
  console.log(`\n${title}`)
  const width = Math.max(...rows.map(({ name }) => name.length))
  for (const { name, value, unit, ratio, note } of rows) {
    const shown = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
    const times = ratio === undefined ? '' : ` × ${ratio.toPrecision(3)}`
    console.log(
      `  ${name.padEnd(width)}  ${shown.padStart(12)} ${unit}${times}${note === undefined ? '' : `  (${note})`}`,
    )
  }
}
