import { createDraft, type Draft, type DraftParts, type EmlOptions } from '@afterview/templates'
import { isAfterviewError } from '@afterview/time'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { type Attack, knownAttacks, ownAttacks } from './mail-attacks.ts'
import { pythonAbsence, readWithPython } from './mail-oracles.ts'

const innocent: DraftParts = {
  to: [{ name: 'Sam', email: 'sam@example.com' }],
  subject: 'Thank you',
  text: 'Dear Sam',
}

const options: EmlOptions = { date: '2026-11-25T15:30:00Z' }

function deliver(attack: Attack): { readonly draft: Draft; readonly eml: string } {
  const draft = createDraft({ ...innocent, ...attack.parts })
  return { draft, eml: draft.eml({ ...options, ...attack.options }) }
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (isAfterviewError(error)) return error.code
    throw error
  }
  return 'nothing was refused'
}

const attacks = [...knownAttacks, ...ownAttacks]
const refusals = attacks.filter(({ expected }) => expected !== 'neutral')
const neutral = attacks.filter(({ expected }) => expected === 'neutral')

const allowed = new Set([
  'x-unsent',
  'to',
  'subject',
  'date',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
])

describe('attacks on the headers of a mail [MAI-4]', () => {
  it('are the 16 known ones and more than 20 of our own', () => {
    expect(knownAttacks).toHaveLength(16)
    expect(ownAttacks.length).toBeGreaterThan(20)
  })

  it.each(refusals)('$title is refused as $expected', (attack) => {
    expect(codeOf(() => deliver(attack))).toBe(attack.expected)
  })

  it.each(neutral)('$title arrives as the text it is', async (attack) => {
    const { draft, eml } = deliver(attack)
    const parts = { ...innocent, ...attack.parts }
    const mail = await PostalMime.parse(eml)
    expect(mail.headers.map(({ key }) => key).filter((key) => !allowed.has(key))).toEqual([])
    expect(mail.to).toEqual(parts.to.map(({ name = '', email }) => ({ name, address: email })))
    expect(mail.cc).toBeUndefined()
    expect(mail.bcc).toBeUndefined()
    expect(mail.subject).toBe(parts.subject)
    expect(mail.text?.trimEnd()).toBe(parts.text)
    expect(mail.attachments).toEqual([])
    const url = draft.mailto.ok ? new URL(draft.mailto.url) : undefined
    expect([...(url?.searchParams.keys() ?? [])]).toEqual(['subject', 'body'])
  })

  // Left out only where there is no Python 3, as the title then says; `verify` requires it.
  it.skipIf(pythonAbsence)(`arrive as text for Python too ${pythonAbsence ?? ''}`, () => {
    const mails = readWithPython(neutral.map((attack) => deliver(attack).eml))
    for (const mail of mails) {
      expect(mail.to).toHaveLength(1)
      expect(mail.headers.filter((name) => !allowed.has(name))).toEqual([])
    }
  })
})
