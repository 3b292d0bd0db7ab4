import { createInlineAdapter, type IsolationAdapter } from '@afterview/plugin-host'
import { isolationConformance } from '@afterview/plugin-host/conformance'
import { createChildProcessAdapter, createWorkerThreadAdapter } from '@afterview/plugin-host/node'
import { describe, expect, test } from 'vitest'
import { bundleBootstraps } from './bundled-bootstraps.ts'
import { conformingPlugin } from './plugin-files.ts'

const bootstraps = await bundleBootstraps()

const adapters: Readonly<Record<string, IsolationAdapter>> = {
  'the inline adapter': createInlineAdapter(),
  'the worker thread adapter': createWorkerThreadAdapter({ bootstrap: bootstraps.thread }),
  'the child process adapter': createChildProcessAdapter({ bootstrap: bootstraps.process }),
}

describe.each(Object.entries(adapters))('%s', { timeout: 30_000 }, (_name, adapter) => {
  test.each(isolationConformance)('$title', async (promise) => {
    const run = promise.run({ adapter, main: conformingPlugin })
    await expect(run).resolves.toBeUndefined()
  })
})

describe('from the source of the package, without a build', { timeout: 30_000 }, () => {
  const fromSource = [createWorkerThreadAdapter(), createChildProcessAdapter()]
  const [first] = isolationConformance
  test.each(fromSource)('a place of kind $kind starts', async (adapter) => {
    const run = first?.run({ adapter, main: conformingPlugin })
    await expect(run).resolves.toBeUndefined()
  })
})
