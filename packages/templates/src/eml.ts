import { AfterviewError } from '@afterview/time'
import { addressHeaders, textHeader } from './header-line.ts'
import type { MailAddress } from './mail-address.ts'
import { formatMailDate, type MailDate } from './mail-date.ts'
import { encodeQuotedPrintable } from './quoted-printable.ts'
import { requireText } from './safe-text.ts'

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
  const { to, cc = [], from, subject, text, html, date, draft = true } = parts
  if (subject.trim() === '') {
    throw new AfterviewError('subject-empty', {
      happened: 'The mail has no subject',
      fix: 'give it one',
    })
  }
  const lines = [
    ...(draft ? ['X-Unsent: 1'] : []),
    ...addressHeaders('From', from ? [from] : []),
    ...addressHeaders('To', to),
    ...addressHeaders('Cc', cc),
    textHeader('Subject', subject),
    `Date: ${formatMailDate(date)}`,
    'MIME-Version: 1.0',
    ...(html === undefined ? plainText(text) : alternative(text, html)),
  ]
  return lines.join('\r\n')
}

function plainText(text: string): readonly string[] {
  return part('plain', requireText('The text', text))
}

function alternative(text: string, html: string): readonly string[] {
  const fragment = requireText('The HTML', html)
  const page = `<!DOCTYPE html>\n<meta charset="utf-8">\n${fragment}`
  return [
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...plainText(text),
    `--${boundary}`,
    ...part('html', page),
    `--${boundary}--`,
    '',
  ]
}

function part(type: 'plain' | 'html', text: string): readonly string[] {
  return [
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    encodeQuotedPrintable(text.replace(/\n?$/u, '\n')),
  ]
}
