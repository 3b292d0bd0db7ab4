import type { DraftParts, EmlOptions } from '@afterview/templates'

/** Where an attacker's text is put, and what must happen. */
export interface Attack {
  readonly title: string
  readonly parts: Partial<DraftParts>
  readonly options?: Partial<EmlOptions>
  /** The code of the refusal, or `neutral` when the text must arrive as the text it is. */
  readonly expected: string
}

const to = (email: string, name?: string): Pick<DraftParts, 'to'> => ({
  to: [name === undefined ? { email } : { email, name }],
})

const subject = (text: string): Pick<DraftParts, 'subject'> => ({ subject: text })

const refused = 'character-refused'
const noAddress = 'mail-address-invalid'

/** The attacks that were tried on other builders, and what each did with them stands in docs/mail.md. */
export const knownAttacks: readonly Attack[] = [
  { title: 'CR in the subject', parts: subject('Hi\rBcc: evil@example.org'), expected: refused },
  { title: 'LF in the subject', parts: subject('Hi\nBcc: evil@example.org'), expected: refused },
  {
    title: 'CRLF in the subject',
    parts: subject('Hi\r\nBcc: evil@example.org'),
    expected: refused,
  },
  {
    title: 'CRLF and an empty line in the subject',
    parts: subject('Hi\r\n\r\n<b>body</b>'),
    expected: refused,
  },
  {
    title: 'a folded header in the subject',
    parts: subject('Hi\r\n Bcc: evil@example.org'),
    expected: refused,
  },
  { title: 'NUL in the subject', parts: subject('Hi\u0000there'), expected: refused },
  {
    title: 'CRLF and Bcc in an address',
    parts: to('sam@example.com\r\nBcc: evil@example.org'),
    expected: refused,
  },
  {
    title: 'an address that closes its bracket',
    parts: to('sam@example.com>, <evil@example.org'),
    expected: noAddress,
  },
  {
    title: 'two addresses as one',
    parts: to('sam@example.com, evil@example.org'),
    expected: noAddress,
  },
  {
    title: 'CRLF and Bcc in a name',
    parts: to('sam@example.com', 'Sam\r\nBcc: evil@example.org'),
    expected: refused,
  },
  { title: 'LF in a name', parts: to('sam@example.com', 'Sam\nX: y'), expected: refused },
  {
    title: 'a name that is an encoded-word',
    parts: to('sam@example.com', '=?utf-8?q?Evil=0D=0ABcc:_x?='),
    expected: 'neutral',
  },
  {
    title: 'a name that closes its quotes',
    parts: to('sam@example.com', 'Sam" <evil@example.org>, "'),
    expected: 'neutral',
  },
  {
    title: 'CRLF in a copy address',
    parts: { cc: [{ email: 'hr@example.com\r\nBcc: evil@example.org' }] },
    expected: refused,
  },
  {
    title: 'CRLF in the sender',
    parts: {},
    options: { from: { name: 'Ada\r\nBcc: evil@example.org', email: 'ada@example.org' } },
    expected: refused,
  },
  {
    title: 'CRLF in the date',
    parts: {},
    options: { date: '2026-11-25T15:30:00Z\r\nBcc: evil@example.org' },
    expected: 'mail-date-invalid',
  },
]

/** Attacks of our own. */
export const ownAttacks: readonly Attack[] = [
  { title: 'a line separator in the subject', parts: subject('Hi\u2028Bcc: x'), expected: refused },
  {
    title: 'a paragraph separator in the subject',
    parts: subject('Hi\u2029Bcc: x'),
    expected: refused,
  },
  {
    title: 'next line (U+0085) in the subject',
    parts: subject('Hi\u0085Bcc: x'),
    expected: refused,
  },
  { title: 'a vertical tab in the subject', parts: subject('Hi\u000bBcc: x'), expected: refused },
  { title: 'a tab in the subject', parts: subject('Hi\tBcc: x'), expected: refused },
  { title: 'DEL in the subject', parts: subject('Hi\u007f'), expected: refused },
  { title: 'a lone high surrogate in the subject', parts: subject('Hi \ud83d'), expected: refused },
  {
    title: 'a lone low surrogate in a name',
    parts: to('sam@example.com', 'Sam \ude00'),
    expected: refused,
  },
  { title: 'a lone surrogate in the text', parts: { text: 'Hi \ud83d!' }, expected: refused },
  { title: 'an escape character in the text', parts: { text: 'Hi \u001b[2J' }, expected: refused },
  { title: 'NUL in the text', parts: { text: 'Hi\u0000' }, expected: refused },
  { title: 'a line separator in the text', parts: { text: 'Hi\u2028there' }, expected: refused },
  { title: 'NUL in a name', parts: to('sam@example.com', 'Sa\u0000m'), expected: refused },
  { title: 'an address with a name', parts: to('Sam <sam@example.com>'), expected: noAddress },
  {
    title: 'an address with a comment',
    parts: to('sam@example.com (evil@example.org)'),
    expected: noAddress,
  },
  {
    title: 'two addresses divided by a semicolon',
    parts: to('sam@example.com;evil@example.org'),
    expected: noAddress,
  },
  { title: 'an address with a space', parts: to('sam @example.com'), expected: noAddress },
  {
    title: 'an address with two @',
    parts: to('sam@evil.example@example.com'),
    expected: noAddress,
  },
  {
    title: 'a quoted local part',
    parts: to('"sam, evil@example.org"@example.com'),
    expected: noAddress,
  },
  { title: 'an address literal', parts: to('sam@[127.0.0.1]'), expected: noAddress },
  { title: 'an IP number as the host', parts: to('sam@127.0.0.1'), expected: noAddress },
  { title: 'an IP number in hexadecimal', parts: to('sam@0x7f000001'), expected: noAddress },
  { title: 'a port in the host', parts: to('sam@example.com:25'), expected: noAddress },
  { title: 'a path in the host', parts: to('sam@example.com/@evil.example'), expected: noAddress },
  {
    title: 'a query in the host',
    parts: to('sam@example.com?cc=evil@example.org'),
    expected: noAddress,
  },
  { title: 'a percent sign in the host', parts: to('sam@example%2ecom'), expected: noAddress },
  {
    title: 'mailto fields in the local part',
    parts: to('sam?bcc=evil&x@example.com'),
    expected: 'neutral',
  },
  {
    title: 'a percent escape in the local part',
    parts: to('sam%0d%0abcc:x@example.com'),
    expected: noAddress,
  },
  { title: 'a full-width host', parts: to('sam@ｅｘａｍｐｌｅ.com'), expected: noAddress },
  {
    title: 'an ideographic full stop in the host',
    parts: to('sam@example。com'),
    expected: noAddress,
  },
  { title: 'a soft hyphen in the host', parts: to('sam@exam\u00adple.com'), expected: noAddress },
  {
    title: 'a zero-width joiner in the host',
    parts: to('sam@exam\u200dple.com'),
    expected: noAddress,
  },
  {
    title: 'a combining grapheme joiner in the host',
    parts: to('sam@exam\u034fple.com'),
    expected: noAddress,
  },
  { title: 'a non-ASCII local part', parts: to('såm@example.com'), expected: noAddress },
  { title: 'a route', parts: to('@evil.example:sam@example.com'), expected: noAddress },
  { title: 'a group', parts: to('team:sam@example.com;'), expected: noAddress },
  { title: 'no local part', parts: to('@example.com'), expected: noAddress },
  { title: 'two dots in the local part', parts: to('sam..x@example.com'), expected: noAddress },
  {
    title: 'a local part of 65 characters',
    parts: to(`${'a'.repeat(65)}@example.com`),
    expected: noAddress,
  },
  {
    title: 'a host label of 64 characters',
    parts: to(`sam@${'a'.repeat(64)}.com`),
    expected: noAddress,
  },
  {
    title: 'a name of commas and brackets',
    parts: to('sam@example.com', 'a, b <c@example.org>; d:'),
    expected: 'neutral',
  },
  {
    title: 'a name with a backslash at its end',
    parts: to('sam@example.com', 'Sam\\'),
    expected: 'neutral',
  },
  {
    title: 'a name of brackets and an encoded-word',
    parts: to('sam@example.com', '=?utf-8?b?Pg==?= <evil@example.org>'),
    expected: 'neutral',
  },
  {
    title: 'a subject that is a broken encoded-word',
    parts: subject('=?utf-8?q?Hi?=\u00a0=?x?'),
    expected: 'neutral',
  },
  {
    title: 'a boundary in the text',
    parts: {
      text: '--=_afterview\nContent-Type: text/html\n\n<script>1</script>\n--=_afterview--',
    },
    options: { html: true },
    expected: 'neutral',
  },
  {
    title: 'headers in the text',
    parts: { text: 'Bcc: evil@example.org\n\nContent-Type: text/html' },
    expected: 'neutral',
  },
  {
    title: 'a mailbox separator in the text',
    parts: { text: 'From evil@example.org\nFrom: x' },
    expected: 'neutral',
  },
  {
    title: 'a lone dot in the text',
    parts: { text: 'one\n.\nRCPT TO:<evil@example.org>' },
    expected: 'neutral',
  },
]
