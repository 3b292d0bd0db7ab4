import { expect, test } from 'vitest'
import { AfterviewError, isAfterviewError } from '@afterview/time'

test('an error says its code, what happened and one action, each sentence with one mark', () => {
  const asked = new AfterviewError('name-missing', { happened: 'no name', fix: 'what is it?' })
  expect(asked.message).toBe('name-missing: no name. Fix: what is it?')
  const quoted = new AfterviewError('x-failed', { happened: 'it said "no". Stop.', fix: 'retry' })
  expect(quoted.message).toBe('x-failed: it said "no". Stop. Fix: retry.')
  expect(isAfterviewError(quoted)).toBe(true)
})
