import { createInlineAdapter, type IsolationAdapter } from '@afterview/plugin-host'
import { type ConformanceCase, isolationConformance } from '@afterview/plugin-host/conformance'
import { createChildProcessAdapter, createWorkerThreadAdapter } from '@afterview/plugin-host/node'
import { describe, expect, test } from 'vitest'
import { bundleBootstraps } from './bundled-bootstraps.ts'
import { conformingPlugin } from './plugin-files.ts'

const bootstraps = await bundleBootstraps()

const adapters: Readonly<Record<string, IsolationAdapter>> = {
  'the worker thread adapter': createWorkerThreadAdapter({ bootstrap: bootstraps.thread }),
  'the child process adapter': createChildProcessAdapter({ bootstrap: bootstraps.process }),
}

// Inline, all runs share one copy of the plugin's module, so they take turns.
describe('the inline adapter', () => {
  test.each(isolationConformance)('$title', async (promise) => {
    await expect(conform(promise, createInlineAdapter())).resolves.toBeUndefined()
  })
})

describe.each(Object.entries(adapters))('%s', { timeout: 30_000 }, (_name, adapter) => {
  test.concurrent.each(isolationConformance)('$title', async (promise) => {
    await expect(conform(promise, adapter)).resolves.toBeUndefined()
  })
})

describe('from the source of the package, without a build', { timeout: 30_000 }, () => {
  const fromSource = [createWorkerThreadAdapter(), createChildProcessAdapter()]
  const [first] = isolationConformance
  test.each(fromSource)('a place of kind $kind starts', async (adapter) => {
    await expect(first && conform(first, adapter)).resolves.toBeUndefined()
  })
})

function conform(promise: ConformanceCase, adapter: IsolationAdapter): Promise<void> {
  return promise.run({ adapter, main: conformingPlugin })
}
