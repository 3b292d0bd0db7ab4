import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const main = join(import.meta.dirname, '..', 'src', 'main.ts')

/** What a run of the program came to. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program as a person would, without colours. */
export function run(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}

/** An empty folder of its own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'afterview-cli-'))
}

/** A scenario file in a folder of its own. */
export function scenarioFile(scenario: unknown): string {
  const path = join(emptyFolder(), 'scenario.json')
  writeFileSync(path, typeof scenario === 'string' ? scenario : JSON.stringify(scenario))
  return path
}
