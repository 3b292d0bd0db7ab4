import { expect, inject, it } from 'vitest'
import { endingIn } from './real-time.ts'
import { openEngine } from './readme-example.ts'
import { freePorts } from './restate-node.ts'

it('the example of the README opens an engine', async () => {
  const [port = 0] = await freePorts(1)
  const engine = await openEngine({ ...inject('restate'), release: 'example', port })
  await engine.begin(endingIn(3_600_000, 'example-1'))
  await expect(engine.read('example-1')).resolves.toMatchObject({ applicationId: 'example-1' })
  await engine.erase('example-1')
  await engine.dispose()
})
