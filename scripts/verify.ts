import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'

/** One step of the verification. `report` names the runner's JSON report, where the step runs tests. */
interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly report?: string
}

const REPORTS = resolve('.verify/reports')

function vitest(name: string, ...args: string[]): Step {
  const report = `${REPORTS}/${name.replaceAll(' ', '-')}.json`
  return {
    name,
    report,
    command: [
      'vitest',
      'run',
      ...args,
      '--testTimeout=60000',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  }
}

/** Transformed modules are kept on disk, and both cores of a small machine are used. */
const quick = ['--maxWorkers=2', '--fsModuleCache']

/** Tests that start no process or thread; their files share what they import. */
const inOneProcess = [...quick, '--no-isolate', '--exclude', '**/*.process.test.ts']

/** Projects of the examples, as vitest names them. */
const examples = ['@afterview/example-*', 'plugins']

const steps: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['pnpm', 'types'] },
  // Before the tests that ask other programs: one that is missing would leave its tests out.
  { name: 'system packages', command: ['node', 'scripts/system-packages.ts'] },
  vitest('unit tests', ...inOneProcess, ...examples.map((name) => `--project=!${name}`)),
  vitest('examples', ...inOneProcess, ...examples.map((name) => `--project=${name}`)),
  vitest('processes', '.process.test', ...quick),
  { name: 'build', command: ['pnpm', 'build'] },
  { name: 'public types', command: ['node', 'scripts/public-types.ts'] },
  { name: 'generated files', command: ['node', 'scripts/generated.ts'] },
  { name: 'documents', command: ['node', 'scripts/docs.ts'] },
  { name: 'unused code', command: ['knip', '--no-config-hints'] },
  { name: 'packed packages', command: ['node', 'scripts/packed.ts'] },
  { name: 'demo', command: ['node', 'scripts/try-demo.ts'] },
  vitest('calendar clients', '--config', 'packages/calendar/vitest.clients.config.ts'),
  vitest('restate', '--config', 'packages/engine-restate/vitest.server.config.ts'),
  vitest('browser', '--config', 'packages/plugin-host/test-browser/vitest.config.ts'),
  vitest('web demo', '--config', 'examples/web/vitest.browser.config.ts'),
  vitest('browser engine', '--config', 'packages/engine-indexeddb/test-browser/vitest.config.ts'),
]

/** Runs every step, also after a failed one, so that one run shows all there is to mend. */
function verify(): number {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const failed = steps.filter((step) => !run(step)).map(({ name }) => name)
  if (failed.length > 0) console.log(`\nFailed steps: ${failed.join(', ')}`)
  const counts = steps.flatMap(({ report }) => (report === undefined ? [] : [countsOf(report)]))
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const broken = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${passed} passed, ${broken} failed`)
  return failed.length === 0 && broken === 0 && passed > 0 ? 0 : 1
}

function run({ name, command: [program, ...args] }: Step): boolean {
  console.log(`\n── ${name}`)
  const start = performance.now()
  // What the step before has installed must be there: nothing is left out quietly.
  const env = { ...process.env, AFTERVIEW_CLIENTS: 'required' }
  const { status } = spawnSync(program, args, { stdio: 'inherit', env })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
  return status === 0
}

function countsOf(report: string): { readonly passed: number; readonly failed: number } {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const failed = Number(numFailedTests) || (success ? 0 : Math.max(1, Number(numFailedTestSuites)))
  return { passed: Number(numPassedTests), failed }
}

process.exitCode = verify()
