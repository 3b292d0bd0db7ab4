import { AfterviewError } from '@afterview/time'
import { requireLine } from './safe-text.ts'

/** Somebody who writes or receives a mail. */
export interface MailAddress {
  /** Shown name. A blank one counts as none. */
  readonly name?: string
  /** One address: a plain local part, `@` and a host name, which may be international. */
  readonly email: string
}

/** An address in the form that mail uses, or why it is none. */
export type ParsedEmail =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly reason: string }

// Labels of up to 63 characters without a hyphen at either end, the last one no number.
const hostPattern = /^(?=.{1,253}$)(?=.*[a-z][^.]*$)(?:(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!$)|$))+$/u

// The letters of any script, except those that show nothing (Default_Ignorable_Code_Point).
const wideHostPattern = /^(?:(?!\p{DI})[\p{L}\p{M}\p{N}.-])+$/u

/**
 * Reads one mail address: an RFC 5322 dot-atom of up to 64 characters, `@`, a host name. An
 * international host name becomes its ASCII form. Quoted local parts, comments, address literals,
 * non-ASCII local parts, lists and anything around the address are refused.
 */
export function parseEmail(text: string): ParsedEmail {
  const [local = '', ...rest] = text.split('@')
  if (local.length > 64 || !local.split('.').every(isAtom))
    return no('the part before the @ is not plain, or longer than 64 characters')
  const host = asciiHost(rest.join('@'))
  return host ? { ok: true, email: `${local}@${host}` } : no('the part after the @ is no host name')
}

/** Whether a word of a header needs no quotes. */
export function isAtom(word: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/u.test(word)
}

function no(reason: string): ParsedEmail {
  return { ok: false, reason }
}

// The ASCII form, or nothing. A host that looks like another after compatibility mapping (full-width
// letters) is refused: the mail would go to a domain that nobody typed.
function asciiHost(text: string): string | undefined {
  const host = text.normalize('NFC').toLowerCase()
  const url = `http://${host}/`
  const isStable = host === host.normalize('NFKC') && wideHostPattern.test(host)
  return isStable && URL.canParse(url) ? hostPattern.exec(new URL(url).hostname)?.[0] : undefined
}

/** The ASCII form of an address. @throws AfterviewError `mail-address-invalid` or `character-refused` */
export function requireEmail(text: string): string {
  requireLine('The mail address', text)
  const parsed = parseEmail(text)
  if (parsed.ok) return parsed.email
  throw new AfterviewError('mail-address-invalid', {
    happened: `"${text}" is not one mail address: ${parsed.reason}`,
    fix: 'give one such as sam@example.com, without a name',
    details: { email: text },
  })
}
