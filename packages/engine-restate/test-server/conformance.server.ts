import { describe, inject, it } from 'vitest'
import { testEngine } from '@afterview/engine/testing'
import { restateUnderTest } from './restate-under-test.ts'

testEngine(
  'the Restate engine',
  () => restateUnderTest(inject('restate')),
  { describe, it },
  { failWrites: 'Restate writes by itself; faults/kill.ts takes it away instead' },
)
