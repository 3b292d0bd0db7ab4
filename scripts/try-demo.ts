import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs the demo of every bundled scenario and looks whether its files are there. */
const folder = mkdtempSync(join(tmpdir(), 'afterview-demo-'))
const scenarios = readdirSync('examples/cli/scenarios').map((file) => file.replace('.json', ''))
const problems = scenarios.flatMap((name) => {
  const out = join(folder, name)
  const { status, stderr } = spawnSync(
    process.execPath,
    ['examples/cli/src/main.ts', 'demo', name, '--out', out],
    { encoding: 'utf8' },
  )
  if (status !== 0) return [`${name}: exit ${status} ${stderr}`]
  const missing = ['snapshot.json', 'agenda.json', 'calendar.ics', 'letters'].filter(
    (file) => !existsSync(join(out, file)),
  )
  const letters = existsSync(join(out, 'letters'))
    ? readdirSync(join(out, 'letters')).filter((file) => file.endsWith('.eml'))
    : []
  return [
    ...missing.map((file) => `${name}: no ${file}`),
    ...(letters.length === 0 ? [`${name}: no letter`] : []),
  ]
})
rmSync(folder, { recursive: true, force: true })
console.log(problems.length === 0 ? `${scenarios.length} scenarios run` : problems.join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1
