import { createDraft, createLetterBook, isReady, lint } from '@afterview/templates'
import { letters as english } from '@afterview/templates/packs/en'
import { letters as dutch } from '@afterview/templates/packs/nl'

const book = createLetterBook({ packs: [english, dutch] })

// The types know what a thank-you takes: a misspelt or missing variable does not compile.
const view = {
  salutation: 'Dear Sam Rivera,',
  candidate: { name: 'Maya Okafor' },
  company: { name: 'Fernhill Analytics' },
  role: 'Data Engineer',
  interviewDate: 'Wednesday 25 November',
  detail: 'moving the nightly reports to event streams',
}
const letter = book.render('thank-you', view, { locale: 'en-GB', tone: 'warm' })

// People edit letters. Lint what they made of it before it is called ready.
const findings = lint(letter, { ...book.lintContext(letter, view), otherCompanies: ['Contoso'] })

const draft = createDraft({
  subject: letter.subject ?? '',
  text: letter.text,
  to: [{ name: 'Sam Rivera', email: 'sam@fernhill.example' }],
})
const link = draft.mailto.ok ? draft.mailto.url : undefined
const file = draft.eml({ date: { at: '2026-11-25T16:00:00Z', zone: 'Europe/London' } })

export const shown = { fallbacks: letter.fallbacks, ready: isReady(findings), findings, link, file }
