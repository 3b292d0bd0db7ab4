import { AfterviewError } from '@afterview/time'
import { addressHeader, headerLine, textHeader } from './header-line.ts'
import type { MailAddress } from './mail-address.ts'
import { formatMailDate, type MailDate } from './mail-date.ts'
import { encodeQuotedPrintable } from './quoted-printable.ts'
import { normalizeLineEnds, requireText } from './safe-text.ts'

/** What a mail file is made of. */
export interface EmlParts {
  readonly to: readonly MailAddress[]
  readonly cc?: readonly MailAddress[]
  /** Left out unless given: the mail program then takes its own identity. */
  readonly from?: MailAddress
  readonly subject: string
  /** Plain text, with any line ends. */
  readonly text: string
  /** A fragment of HTML. With it the mail has both, as `multipart/alternative`. */
  readonly html?: string
  readonly date: MailDate
  /**
   * Whether mail programs should open it for editing (`X-Unsent: 1`). Default true. Give false for
   * a program that sends the file as it is, since it would keep the header.
   */
  readonly draft?: boolean
}

// `=_` never occurs in quoted-printable text, so no part can hold the boundary.
const boundary = '=_afterview'

/**
 * A mail as the text of an `.eml` file: ASCII, CRLF, header lines of up to 76 characters (a longer
 * address stands alone), quoted-printable, no Message-ID. The same parts give the same text.
 * @throws AfterviewError `character-refused`, `mail-address-invalid`, `mail-date-invalid`
 */
export function createEml(parts: EmlParts): string {
  const { to, cc = [], from, subject, date, draft = true } = parts
  const text = mailText('The text', parts.text)
  const html = parts.html === undefined ? undefined : mailText('The HTML', parts.html)
  const headers = [
    ...(draft ? [headerLine('X-Unsent', '1')] : []),
    ...(from ? [addressHeader('From', [from])] : []),
    ...(to.length > 0 ? [addressHeader('To', to)] : []),
    ...(cc.length > 0 ? [addressHeader('Cc', cc)] : []),
    textHeader('Subject', requireSubject(subject)),
    headerLine('Date', formatMailDate(date)),
    headerLine('MIME-Version', '1.0'),
  ]
  return [...headers, html === undefined ? part('plain', text) : alternative(text, html)].join(
    '\r\n',
  )
}

function requireSubject(subject: string): string {
  if (subject.trim() !== '') return subject
  throw new AfterviewError('subject-empty', {
    happened: 'The mail has no subject',
    fix: 'give it one',
  })
}

function mailText(what: string, text: string): string {
  const normalized = normalizeLineEnds(text)
  requireText(what, normalized)
  return normalized.endsWith('\n') ? normalized : `${normalized}\n`
}

function part(type: 'plain' | 'html', text: string): string {
  return [
    headerLine('Content-Type', `text/${type}; charset=utf-8`),
    headerLine('Content-Transfer-Encoding', 'quoted-printable'),
    '',
    encodeQuotedPrintable(text),
  ].join('\r\n')
}

function alternative(text: string, html: string): string {
  const page = `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n${html}</body></html>\n`
  return [
    headerLine('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    '',
    `--${boundary}`,
    part('plain', text),
    `--${boundary}`,
    part('html', page),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}
