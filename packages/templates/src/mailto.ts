import { type MailAddress, requireEmail } from './mail-address.ts'
import { normalizeLineEnds, requireLine, requireText } from './safe-text.ts'

/**
 * Characters of an encoded `mailto:` URL that mail programs take on every system that was
 * reported: Windows programs refuse from 2,046 on. Gmail's handler takes about 1,620.
 */
export const mailtoLimit = 1900

/** What a link is made of. Names cannot be given in a link. */
export interface MailtoParts {
  readonly to: readonly MailAddress[]
  readonly cc?: readonly MailAddress[]
  readonly subject: string
  readonly text: string
}

/** A link, or that the letter is too long for one. */
export type Mailto =
  | { readonly ok: true; readonly url: string }
  | {
      readonly ok: false
      readonly reason: 'too-long'
      /** Characters that the URL would have. */
      readonly length: number
      readonly limit: number
      /** What carries a letter of any length. */
      readonly instead: readonly ['eml', 'clipboard']
    }

/**
 * A letter as a `mailto:` link of up to {@link mailtoLimit} characters: line ends as `%0D%0A`,
 * spaces as `%20`, nothing but ASCII.
 * @throws AfterviewError `character-refused`, `mail-address-invalid`
 */
export function createMailto(parts: MailtoParts): Mailto {
  requireLine('The subject', parts.subject)
  requireText('The text', parts.text)
  const url = urlOf(parts)
  if (url.length <= mailtoLimit) return { ok: true, url }
  const instead = ['eml', 'clipboard'] as const
  return { ok: false, reason: 'too-long', length: url.length, limit: mailtoLimit, instead }
}

function urlOf({ to, cc = [], subject, text }: MailtoParts): string {
  const copies = cc.length > 0 ? `cc=${recipients(cc)}&` : ''
  const body = normalizeLineEnds(text).replaceAll('\n', '\r\n')
  return `mailto:${recipients(to)}?${copies}subject=${encode(subject)}&body=${encode(body)}`
}

/** Characters of the URL that a subject and a text alone make, for a letter whose recipients are unknown. */
export function mailtoLength(subject: string, text: string): number {
  return urlOf({ to: [], subject, text }).length
}

function recipients(addresses: readonly MailAddress[]): string {
  return addresses.map(({ email }) => encode(requireEmail(email)).replaceAll('%40', '@')).join(',')
}

// The quote is left alone by encodeURIComponent but ends an HTML attribute.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("'", '%27')
}
