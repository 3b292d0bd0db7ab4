import { isAfterviewError } from '@afterview/time'
import { type AddressForm, defaultAddress, salutation } from '@afterview/templates'
import { describe, expect, it } from 'vitest'

const informal = 'informal'
const formal = 'formal'

describe('salutation', () => {
  it.each<[string, AddressForm | undefined, string]>([
    ['en', undefined, 'Dear Alex Kim,'],
    ['en-US', undefined, 'Dear Alex Kim,'],
    ['nl', informal, 'Beste Alex Kim,'],
    ['nl', formal, 'Geachte Alex Kim,'],
    ['de', informal, 'Hallo Alex Kim,'],
    ['de', formal, 'Guten Tag Alex Kim,'],
    ['fr', informal, 'Bonjour Alex Kim,'],
    ['fr', formal, 'Bonjour Alex Kim,'],
    ['es', informal, 'Hola, Alex Kim:'],
    ['es', formal, 'Buenos días, Alex Kim:'],
    ['nl', undefined, 'Beste Alex Kim,'],
    ['de', undefined, 'Guten Tag Alex Kim,'],
  ])('greets without a gender in %s (%s): %3$s', (locale, address, expected) => {
    expect(salutation({ locale, ...(address ? { address } : {}), name: 'Alex Kim' })).toBe(expected)
  })

  it.each<[string, string, string]>([
    ['en', 'Dear Ms Kim,', 'Dear Mr Kim,'],
    ['en-US', 'Dear Ms. Kim,', 'Dear Mr. Kim,'],
    ['nl', 'Geachte mevrouw Kim,', 'Geachte heer Kim,'],
    ['de', 'Sehr geehrte Frau Kim,', 'Sehr geehrter Herr Kim,'],
    ['fr', 'Madame,', 'Monsieur,'],
    ['es', 'Estimada Alex Kim:', 'Estimado Alex Kim:'],
  ])('uses a gender that was given in a formal letter in %s', (locale, her, him) => {
    const input = { locale, address: 'formal', name: 'Alex Kim' } as const
    expect(salutation({ ...input, gender: 'feminine' })).toBe(her)
    expect(salutation({ ...input, gender: 'masculine' })).toBe(him)
  })

  it.each<[string, string, string]>([
    ['en', 'Dear hiring team,', 'Dear hiring team,'],
    ['nl', 'Beste selectieteam,', 'Geacht selectieteam,'],
    ['de', 'Hallo zusammen,', 'Guten Tag,'],
    ['fr', 'Bonjour,', 'Madame, Monsieur,'],
    ['es', 'Hola, equipo:', 'Estimado equipo de selección:'],
  ])('greets the team in %s when there is no name', (locale, asFriends, asStrangers) => {
    for (const name of ['', '  ', undefined]) {
      const known = name === undefined ? {} : { name }
      expect(salutation({ locale, address: 'informal', ...known })).toBe(asFriends)
      expect(salutation({ locale, address: 'formal', ...known })).toBe(asStrangers)
    }
  })

  it.each<[string, string]>([
    ['en', 'Dear Sam,'],
    ['nl', 'Beste Sam,'],
    ['de', 'Hallo Sam,'],
    ['fr', 'Bonjour Sam,'],
    ['es', 'Hola, Sam:'],
  ])('uses a first name in %s only when it is given as one, and informally', (locale, expected) => {
    const input = { locale, name: 'Sam Rivera', givenName: 'Sam' }
    expect(salutation({ ...input, address: 'informal' })).toBe(expected)
    expect(salutation({ ...input, address: 'formal' })).toContain('Sam Rivera')
  })

  it.each<[string, string]>([
    ['en', 'Dear Dr. Albrecht,'],
    ['nl', 'Geachte Kim Albrecht,'],
    ['de', 'Guten Tag Dr. Kim Albrecht,'],
    ['fr', 'Bonjour Dr. Kim Albrecht,'],
    ['es', 'Buenos días, Dr. Kim Albrecht:'],
  ])('puts a title before the name where %s does so', (locale, expected) => {
    const input = { locale, address: 'formal' } as const
    expect(salutation({ ...input, name: 'Kim Albrecht', title: 'Dr.' })).toBe(expected)
    expect(salutation({ ...input, name: 'Dr. Kim Albrecht' })).toBe(expected)
  })

  it('passes over posts, by which nobody is greeted', () => {
    const input = { locale: 'en', name: 'Sam Rivera', title: 'CTO' }
    expect(salutation(input)).toBe('Dear Sam Rivera,')
    expect(salutation({ ...input, title: 'Head of Data' })).toBe('Dear Sam Rivera,')
  })

  it('keeps German titles between the word for the gender and the family name', () => {
    const input = { locale: 'de', name: 'Jo Ritter', title: 'Prof. Dr.' }
    expect(salutation({ ...input, gender: 'feminine' })).toBe('Sehr geehrte Frau Prof. Dr. Ritter,')
  })

  it('says professor in Dutch, and no other title', () => {
    const input = { locale: 'nl', address: 'formal', name: 'Robin van den Berg' } as const
    expect(salutation({ ...input, title: 'prof. dr.' })).toBe('Geachte professor Van den Berg,')
  })

  it.each<[string, string]>([
    ['Robin van den Berg', 'Geachte mevrouw Van den Berg,'],
    ["Robin 't Hart", "Geachte mevrouw 't Hart,"],
    ['Berg, Robin van den', 'Geachte mevrouw Van den Berg,'],
    ['de Vries, Robin', 'Geachte mevrouw De Vries,'],
    ['Robin de Vries, MSc', 'Geachte mevrouw De Vries,'],
    ['Robin', 'Geachte Robin,'],
  ])('finds the family name of %s', (name, expected) => {
    expect(salutation({ locale: 'nl', address: 'formal', name, gender: 'feminine' })).toBe(expected)
  })

  it.each<[string, string, string]>([
    ['en-GB', 'Mr John Smith', 'Dear Mr Smith,'],
    ['en-US', 'Ms. Dana Scully', 'Dear Ms. Scully,'],
    ['nl', 'Mevr. Els van den Broeck', 'Geachte mevrouw Van den Broeck,'],
    ['nl', 'De heer Jansen', 'Geachte heer Jansen,'],
    ['de', 'Frau Dr. Albrecht', 'Sehr geehrte Frau Dr. Albrecht,'],
    ['de', 'Herr Yılmaz', 'Sehr geehrter Herr Yılmaz,'],
    ['fr', 'Mme Salomé Diallo', 'Madame,'],
    ['es', 'Sra. Inés Paredes', 'Estimada Inés Paredes:'],
  ])('hears from %s "%s" how the person is spoken of', (locale, name, expected) => {
    expect(salutation({ locale, address: 'formal', name })).toBe(expected)
  })

  it('keeps such a word where only the family name stands behind it', () => {
    const input = { address: 'informal', name: 'Frau Albrecht' } as const
    expect(salutation({ ...input, locale: 'de' })).toBe('Hallo Frau Albrecht,')
    expect(salutation({ locale: 'en', name: 'Misso Kim' })).toBe('Dear Misso Kim,')
    expect(salutation({ locale: 'en', name: 'Mr' })).toBe('Dear Mr,')
  })

  it.each([
    ['Dr. Seán Ó Murchú', 'Dear Dr. Ó Murchú,'],
    ['Dr. Máire Mac Lochlainn', 'Dear Dr. Mac Lochlainn,'],
  ])('keeps an Irish family name together: %s', (name, expected) => {
    expect(salutation({ locale: 'en-IE', name })).toBe(expected)
  })

  it('keeps the spelling of the register in Belgium', () => {
    const input = { address: 'formal', name: 'Robin de Smet', gender: 'feminine' } as const
    expect(salutation({ ...input, locale: 'nl-BE' })).toBe('Geachte mevrouw de Smet,')
    expect(salutation({ ...input, locale: 'nl-NL' })).toBe('Geachte mevrouw De Smet,')
  })

  it('lets the caller say which part is the family name', () => {
    const input = { locale: 'de', name: 'Kim Min-jun', gender: 'masculine' } as const
    expect(salutation({ ...input, familyName: 'Kim' })).toBe('Sehr geehrter Herr Kim,')
  })

  it('turns a name with a comma round and drops what stands behind it', () => {
    expect(salutation({ locale: 'en', name: 'Kim, Alex' })).toBe('Dear Alex Kim,')
    expect(salutation({ locale: 'en', name: 'Alex Kim, PhD' })).toBe('Dear Alex Kim,')
    expect(salutation({ locale: 'en', name: 'Nguyen, Ba' })).toBe('Dear Ba Nguyen,')
  })

  it('stays on one line whatever the name holds', () => {
    expect(salutation({ locale: 'en', name: ' Alex\r\n\tKim ' })).toBe('Dear Alex Kim,')
  })

  it('greets in English where a language has no forms of its own', () => {
    expect(salutation({ locale: 'it', name: 'Alex Kim' })).toBe('Dear Alex Kim,')
  })

  it('refuses what is no locale', () => {
    const attempt = (): string => salutation({ locale: 'not a locale', name: 'Alex Kim' })
    expect(attempt).toThrow(expect.toSatisfy(isAfterviewError))
  })

  it('knows the usual form of address of each language', () => {
    const usual = ['en', 'nl', 'de', 'fr', 'es'].map(defaultAddress)
    expect(usual).toEqual([undefined, 'informal', 'formal', 'formal', 'informal'])
  })
})
