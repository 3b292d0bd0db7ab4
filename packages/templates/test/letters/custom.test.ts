import { customOf, customs } from '@afterview/templates'
import { describe, expect, it } from 'vitest'

describe('customOf', () => {
  it('knows a country by its code or by the code of one of its regions, in any case', () => {
    expect(customOf('DE').country).toBe('DE')
    expect(customOf('de-BY')).toEqual(customOf('DE'))
  })

  it('gives the shared advice where nothing is known, and says that it is inference', () => {
    for (const code of ['ZZ', '', undefined]) {
      const custom = customOf(code)
      expect(custom.country).toBe('*')
      expect(custom.thankYou.strength).toBe('inference')
      expect(custom.checkInAfter).toMatchObject({
        value: { from: 5, to: 5 },
        strength: 'inference',
      })
    }
  })

  it('says what the sources say about thank-you notes', () => {
    const advice = ['US', 'CA', 'DE', 'PT', 'JP'].map((code) => customOf(code).thankYou.value)
    expect(advice).toEqual(['recommended', 'recommended', 'optional', 'optional', 'unusual'])
  })

  it('waits seven to ten business days in Germany and five in the United States', () => {
    expect(customOf('DE').checkInAfter.value).toEqual({ from: 7, to: 10 })
    expect(customOf('US').checkInAfter.value).toEqual({ from: 5, to: 5 })
  })

  it('names a source for every entry, and each country once', () => {
    const entries = customs.flatMap(({ thankYou, checkInAfter }) => [thankYou, checkInAfter])
    expect(entries.every(({ source }) => source.length > 10)).toBe(true)
    expect(new Set(customs.map(({ country }) => country)).size).toBe(customs.length)
    expect(customs.every(({ checkInAfter: { value } }) => value.from <= value.to)).toBe(true)
  })
})
