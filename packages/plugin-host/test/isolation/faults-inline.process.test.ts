import { build } from 'esbuild'
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { faultCases } from './fault-cases.ts'
import { badPlugin } from './plugin-files.ts'

const application = join(mkdtempSync(join(tmpdir(), 'afterview-inline-')), 'application.mjs')
await build({
  entryPoints: [fileURLToPath(new URL('./inline-application.ts', import.meta.url))],
  outfile: application,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
})

const args = [
  '--max-old-space-size=64',
  application,
  badPlugin.main,
  badPlugin.commands.join(','),
] as const

/** Long enough for an application that is not stuck to say so. */
const PATIENCE_MS = 500

interface Fate {
  readonly output: string
  readonly code: number | null
  readonly signal: string | null
}

/** Runs the application with one fault, and ends it `patienceMs` after the fault if it has not ended. */
function fateOf(fault: string, patienceMs?: number): Promise<Fate> {
  const child = spawn(process.execPath, [...args, fault], { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (patienceMs !== undefined) setTimeout(() => child.kill('SIGTERM'), patienceMs).unref()
  })
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ output, code, signal }))
  })
}

describe('inline, a plugin that', { timeout: 30_000 }, () => {
  const fatal = faultCases.filter(({ outcomes }) => outcomes.inline?.is === 'fatal')
  const ending = fatal.filter(({ outcomes }) => Object(outcomes.inline).by === 'exit')
  const hanging = fatal.filter(({ outcomes }) => Object(outcomes.inline).by === 'hang')

  test.concurrent.each(ending)('$fault ends the application', async ({ fault }) => {
    const { output, code } = await fateOf(fault)
    expect(output).toBe('started\n')
    expect(code).not.toBe(0)
  })

  test.concurrent.each(hanging)('$fault stops the application for ever', async ({ fault }) => {
    const fate = await fateOf(fault, PATIENCE_MS)
    expect(fate).toEqual({ output: 'started\n', code: null, signal: 'SIGTERM' })
  })

  test('does anything else is contained as the table says', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [...args])
    const { contradictions, became } = JSON.parse(stdout)
    expect(contradictions).toEqual({})
    expect(became).toEqual({ polluted: 'by the plugin', variable: 'was here', folder: '/' })
  })
})
