import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { perform } from '../src/program.ts'

const main = join(import.meta.dirname, '..', 'src', 'main.ts')

/** What a run of the program came to. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Performs a call in this process, with what it prints collected. */
export async function run(...args: readonly string[]): Promise<Run> {
  const [stdout, stderr] = [collect('stdout'), collect('stderr')]
  try {
    const status = await perform(args)
    return { status, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    stdout.stop()
    stderr.stop()
  }
}

/** Starts the program as a person would, without colours. */
export function start(...args: readonly string[]): Run {
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

function collect(name: 'stdout' | 'stderr'): { text(): string; stop(): void } {
  const parts: string[] = []
  const spy = vi.spyOn(process[name], 'write').mockImplementation((part) => {
    parts.push(String(part))
    return true
  })
  return { text: () => parts.join(''), stop: () => spy.mockRestore() }
}
