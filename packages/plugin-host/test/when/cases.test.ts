import { parseWhen } from '@afterview/plugin-host'
import { describe, expect, test } from 'vitest'
import cases from '../fixtures/when-clauses.json' with { type: 'json' }

type Expected = boolean | { readonly error: true; readonly offset?: number }

interface Case {
  readonly group: string
  readonly expression: string
  readonly context: Readonly<Record<string, unknown>>
  readonly expected: Expected
  readonly ours?: Expected
}

const all = cases as readonly Case[]

describe('W1 the cases that were run in VS Code', () => {
  test.each(all)('$group: $expression for $context', ({ expression, context, expected, ours }) => {
    const wanted = ours ?? expected
    const clause = parseWhen(expression)
    const found = clause.ok
      ? clause.evaluate(context)
      : { error: true, offset: clause.errors[0]?.offset }
    expect([found]).toMatchObject([wanted])
  })
})
