import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@afterview/engine'
import { vi } from 'vitest'
import { perform } from '../src/program.ts'
import type { World } from '../src/world.ts'

const main = join(import.meta.dirname, '..', 'src', 'main.ts')

/** What a run of the program came to. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A world in which nobody is asked and nothing stops. */
export function quietWorld(changes: Partial<World> = {}): World {
  return {
    asker: undefined,
    clock: systemClock(),
    env: {},
    stopped: () => Promise.resolve(),
    ...changes,
  }
}

/** Performs a call in this process, with what it prints collected. */
export function run(...args: readonly string[]): Promise<Run> {
  return runIn(quietWorld(), ...args)
}

/** Performs a call in a world of its own. */
export async function runIn(world: World, ...args: readonly string[]): Promise<Run> {
  const [stdout, stderr] = [collect('stdout'), collect('stderr')]
  try {
    const status = await perform(args, world)
    return { status, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    stdout.stop()
    stderr.stop()
  }
}

/** Starts the program as a person would, without a terminal. */
export function start(...args: readonly string[]): Run {
  return startWith({ NO_COLOR: '1' }, ...args)
}

/** Starts the program with variables of its own. */
export function startWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Run {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...inherited, ...env },
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
