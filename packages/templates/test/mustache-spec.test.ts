import { compileTemplate } from '@afterview/templates'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface SpecCase {
  readonly name: string
  readonly desc: string
  readonly data: unknown
  readonly template: string
  readonly partials?: Readonly<Record<string, string>>
  readonly expected: string
}

const fixture = new URL('fixtures/mustache-spec.json', import.meta.url)
const { modules } = JSON.parse(readFileSync(fixture, 'utf8')) as {
  readonly modules: Readonly<Record<string, readonly SpecCase[]>>
}

describe('the Mustache specification, core modules [TPL-1]', () => {
  it('is here with all of its 136 cases', () => {
    const counts = Object.values(modules).map((cases) => cases.length)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(136)
  })

  for (const [module, cases] of Object.entries(modules)) {
    it.each(cases)(`${module}: $name`, ({ template, data, partials = {}, expected }) => {
      const compiled = compileTemplate(template, { dialect: 'spec', partials })
      expect(compiled.render(data)).toBe(expected)
      expect(compiled.render(data)).toBe(expected)
    })
  }
})
