import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder, run, scenarioFile } from './program.ts'

const folder = emptyFolder()

beforeAll(() => {
  addPlugin(
    'nudges',
    "export const plugin = { activate({ commands, subscriptions }) { subscriptions.push(commands.register('nudges.greet', () => 'hello')) } }",
  )
  addPlugin('broken', "throw new Error('cannot be loaded')")
})

function addPlugin(name: string, code: string): void {
  mkdirSync(join(folder, name))
  const commands = [{ command: `${name}.greet`, title: 'Greet', enablement: "stage == 'waiting'" }]
  const manifest = {
    name,
    publisher: 'acme',
    version: '1.2.0',
    type: 'module',
    main: './plugin.js',
    engines: { afterview: '^1.0.0' },
    capabilities: { candidate: { read: ['stage'] } },
    contributes: { commands },
  }
  writeFileSync(join(folder, name, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, name, 'plugin.js'), code)
}

const input = {
  applicationId: 'fernhill',
  candidate: { name: 'Maya Okafor', zone: 'Europe/London' },
  company: { name: 'Fernhill', zone: 'Europe/Amsterdam' },
  role: 'Data Engineer',
  round: { number: 1, medium: 'video', endsAt: '2026-11-25T15:30:00+01:00', interviewers: [] },
}

describe('plugins', () => {
  test('are listed with their state and what they may do, the built-in ones too', async () => {
    const { status, stdout } = await run('plugins', 'list', '--plugins', folder)
    expect(status).toBe(0)
    expect(stdout).toMatch(/afterview\.letters +1\.0\.0 +resolved +data alone/)
    expect(stdout).toMatch(/acme\.nudges +1\.2\.0 +resolved +worker +read stage/)
    const json = await run('plugins', 'list', '--json', '--plugins', folder)
    const { plugins } = JSON.parse(json.stdout)
    expect(plugins).toContainEqual(expect.objectContaining({ id: 'acme.nudges' }))
  })

  test('say why a command cannot run, as an application stands', async () => {
    const why = ['plugins', 'why', 'nudges.greet', '--plugins', folder] as const
    expect((await run(...why)).stdout).toContain("stage == 'waiting', while stage is null")
    const db = join(emptyFolder(), 'search.db')
    await run('begin', scenarioFile(input), '--db', db)
    const { stdout } = await run(...why, '--application', 'fernhill', '--db', db)
    expect(stdout).toContain('while stage is "closing"')
    const unknown = await run('plugins', 'why', 'nudges.great', '--plugins', folder, '--json')
    expect(unknown).toMatchObject({ status: 2 })
    expect(JSON.parse(unknown.stdout).text).toMatch(/did you mean .*\.\nFix: use the id/)
  })

  test('are reloaded, and tell whether they start', async () => {
    const good = await run('plugins', 'reload', 'acme.nudges', '--plugins', folder)
    expect(good.stdout).toMatch(/acme\.nudges 1\.2\.0 is active, in \d+ ms/)
    const bad = await run('plugins', 'reload', 'acme.broken', '--plugins', folder, '--json')
    expect(bad.status).toBe(2)
    expect(JSON.parse(bad.stdout)).toMatchObject({
      error: expect.stringContaining('cannot be loaded'),
    })
    const data = await run('plugins', 'reload', 'afterview.letters')
    expect(data.stdout).toContain('is data alone')
    const unknown = await run('plugins', 'reload', 'acme.nothing', '--plugins', folder)
    expect(unknown.stderr).toContain('plugin-unknown')
  })

  test('need a folder that is there, and a verb that is one', async () => {
    const nowhere = await run('plugins', 'list', '--plugins', join(folder, 'nowhere'))
    expect(nowhere).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no folder'),
    })
    expect((await run('plugins', 'lst')).stderr).toContain('use one of list, why, reload')
    expect((await run('plugins', 'why')).stderr).toContain('needs a command')
  })
})
