import { createLetterBook, type LetterBook, type LetterViews } from '@afterview/templates'
import { letters } from '@afterview/templates/packs/en'
import { describe, expect, expectTypeOf, it } from 'vitest'

describe('the types of views [BOK-5]', () => {
  it('ask for the variables that the kind requires and allow the optional ones', () => {
    type View = LetterViews['thank-you']
    expectTypeOf<{ readonly salutation: 'Dear Sam,' }>().not.toExtend<View>()
    expectTypeOf<View>().toHaveProperty('salutation').toEqualTypeOf<string>()
    expectTypeOf<View>().toHaveProperty('detail').toEqualTypeOf<string | undefined>()
    expectTypeOf<View>().not.toHaveProperty('detial')
  })

  it('tie a kind to its own view', () => {
    type Render = LetterBook['render']
    expectTypeOf<Render>().toBeCallableWith('thank-you', thankYou, { tone: 'warm' })
    expectTypeOf<Parameters<typeof renderThankYou>[0]>().toEqualTypeOf<LetterViews['thank-you']>()
    expectTypeOf<keyof LetterViews>().not.toExtend<'no-such-kind'>()
    expectTypeOf<'thank-yuo'>().not.toExtend<keyof LetterViews>()
  })

  it('name exactly the kinds of the pack', () => {
    const book = createLetterBook({ packs: [letters] })
    expect(book.kinds).toContain('thank-you' satisfies keyof LetterViews)
    expect(book.render('thank-you', thankYou).text).toContain('Northwind')
  })
})

const thankYou: LetterViews['thank-you'] = {
  salutation: 'Dear Sam,',
  candidate: { name: 'Ada Lind' },
  company: { name: 'Northwind' },
  role: 'Engineer',
  interviewDate: 'Monday',
}

const renderThankYou = (view: LetterViews['thank-you']): string =>
  createLetterBook({ packs: [letters] }).render('thank-you', view).text
