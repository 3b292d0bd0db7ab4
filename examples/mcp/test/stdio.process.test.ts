import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, onTestFinished, test } from 'vitest'
import { type Assistant, assistantWith, input } from './assistant.ts'

const main = join(import.meta.dirname, '..', 'src', 'main.ts')

async function startProcess(file: string): Promise<Assistant & { readonly stderr: () => string }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [main, '--db', file],
    stderr: 'pipe',
  })
  let stderr = ''
  transport.stderr?.on('data', (chunk) => (stderr += String(chunk)))
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(transport)
  onTestFinished(() => client.close())
  return { ...assistantWith(client), stderr: () => stderr }
}

test('the program keeps what it was told in a file, for the next conversation', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'afterview-mcp-')), 'folder', 'afterview.db')
  const first = await startProcess(file)
  expect((await first.call('begin_application', input)).data.created).toBe(true)
  await first.client.close()
  const second = await startProcess(file)
  expect((await second.call('list_applications')).data.applications).toMatchObject([
    { applicationId: 'fernhill', state: expect.any(String) },
  ])
  expect(second.stderr()).toBe('')
})

test('the program ends by itself when the assistant has gone', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'afterview-mcp-')), 'afterview.db')
  const env = { ...process.env, AFTERVIEW_DB: file }
  const { status, stdout } = spawnSync(process.execPath, [main], {
    input: '',
    env,
    encoding: 'utf8',
  })
  expect([status, stdout]).toEqual([0, ''])
})

test('the program says what it needs when it has no file', () => {
  const { AFTERVIEW_DB: _, ...env } = process.env
  const { status, stderr, stdout } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('AFTERVIEW_DB')
})
