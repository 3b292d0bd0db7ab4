import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operatorToken, startServer } from './client.ts'

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
const hasCurl = spawnSync('curl', ['--version']).status === 0

describe('the readme', () => {
  // Its commands are for people who have curl; where there is none, there is nothing to run them with.
  test.skipIf(!hasCurl)('has commands that do what it says', async () => {
    const { origin } = await startServer()
    const [, block = ''] = /<!-- run by[^]*?```sh\n([^]*?)```/.exec(readme) ?? []
    const commands = block
      .replace(/^SERVER=.*/m, `SERVER=${origin}`)
      .replace(/^OPERATOR=.*/m, `OPERATOR=${operatorToken}`)
    expect(commands).not.toContain('8787')
    const cwd = mkdtempSync(join(tmpdir(), 'afterview-readme-'))
    const shell = spawn('sh', ['-e', '-c', commands], { cwd })
    let printed = ''
    shell.stdout.on('data', (chunk) => (printed += String(chunk)))
    const [status] = await once(shell, 'close')
    expect([status, printed]).toEqual([0, expect.not.stringContaining('urn:afterview:problem')])
    expect(printed).toContain('"latest":"2026-11-27"')
    expect(printed).toMatch(/decisionExpected is due on 2026-11-27/)
    expect(printed).toContain('webcal://')
    expect(readFileSync(join(cwd, 'thank-you.eml'), 'utf8')).toContain('sam@fernhill.example')
  })

  test('names every route', () => {
    const sources = ['server', 'application-routes', 'agenda-routes', 'owner-routes'].map((name) =>
      readFileSync(join(import.meta.dirname, '..', 'src', `${name}.ts`), 'utf8'),
    )
    const paths = [...sources.join('\n').matchAll(/\.(?:get|post|delete|route)\('(\/[\w/:.]+)'/g)]
    expect(paths.length).toBeGreaterThan(15)
    for (const [, path = ''] of paths) {
      const last = path.split('/').at(-1) ?? ''
      expect(readme).toContain(last === ':id' ? '/:id' : last)
    }
  })
})
