import { openPackedPlugin } from '@afterview/plugin-host'
import { createTestHost } from '@afterview/plugin-host/testing'
import { describe, expect, test } from 'vitest'

const file = '{ "range": ["2026", "2026"], "days": {} }'

const manifest = {
  name: 'data',
  publisher: 'test',
  version: '1.0.0',
  engines: { afterview: '^1.0.0' },
  contributes: {
    holidays: [{ region: 'NL', path: './nl.json' }],
    effects: [{ id: 'data.effect', type: 'stage.announce', when: "to == 'offer'" }],
  },
  main: './plugin.js',
}

describe('what plugins declare', () => {
  test('C10 can be listed whatever its clause says', async () => {
    const { host, expectNoLeaks } = await createTestHost({ plugins: [{ manifest }] })
    expect(host.contributions('effects')).toEqual([])
    expect(host.contributions('effects', { to: 'offer' })).toHaveLength(1)
    expect(host.declared('effects')).toMatchObject([{ pluginId: 'test.data' }])
    await expectNoLeaks()
  })

  test('U5 files of a package in memory can be read at once, others only in time', async () => {
    const packed = JSON.stringify({ format: 1, manifest, files: { './nl.json': file } })
    const { host, expectNoLeaks } = await createTestHost()
    await host.register([openPackedPlugin(packed)])
    const read = host.readerNow('test.data')
    expect(read?.('./nl.json')).toBe(file)
    expect(() => read?.('./be.json')).toThrow('packed-file-missing')
    expect(() => host.readerNow('test.nobody')).toThrow('plugin-unknown')
    const slow = { ...manifest, name: 'slow', contributes: {} }
    await host.register([{ manifest: slow, read: async () => file }])
    expect(host.readerNow('test.slow')).toBeUndefined()
    await expectNoLeaks()
  })
})
