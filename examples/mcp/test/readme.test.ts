import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startAssistant } from './assistant.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const readme = readFileSync(join(root, 'examples', 'mcp', 'README.md'), 'utf8')

test('the configuration of the readme starts the program', () => {
  const [, json = ''] = /```json\n([^]*?)```/.exec(readme) ?? []
  const { command, args, env } = JSON.parse(json).mcpServers.afterview
  expect([command, Object.keys(env)]).toEqual(['node', ['AFTERVIEW_DB']])
  expect(existsSync(args[0].replace('/path/to/afterview', root))).toBe(true)
})

test('the readme tells of every tool, and which of them write', async () => {
  const { client } = await startAssistant()
  const { tools } = await client.listTools()
  for (const { name, annotations } of tools) {
    const writes = annotations?.readOnlyHint === true ? '–' : 'yes'
    expect(readme).toMatch(new RegExp(`\\| \`${name}\` +\\| ${writes} +\\|`))
  }
})
