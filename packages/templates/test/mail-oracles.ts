import { simpleParser } from 'mailparser'
import { spawnSync } from 'node:child_process'
import PostalMime from 'postal-mime'

/** A mail as a reader of another project understands it. */
export interface ReadMail {
  readonly subject: string
  readonly to: readonly { readonly name: string; readonly email: string }[]
  readonly text: string
}

const withLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n$/u, '')

export async function readWithPostalMime(eml: string): Promise<ReadMail> {
  const mail = await PostalMime.parse(eml)
  return {
    subject: mail.subject ?? '',
    to: (mail.to ?? []).map(({ name, address }) => ({ name, email: address ?? '' })),
    text: withLineFeeds(mail.text ?? ''),
  }
}

export async function readWithMailparser(eml: string): Promise<ReadMail> {
  const mail = await simpleParser(eml, { skipTextToHtml: true, skipTextLinks: true })
  const lists = mail.to === undefined ? [] : [mail.to].flat()
  return {
    subject: mail.subject ?? '',
    to: lists.flatMap(({ value }) =>
      value.map(({ name, address = '' }) => ({ name, email: address })),
    ),
    text: withLineFeeds(mail.text ?? ''),
  }
}

const script = `
import json, sys
from email import message_from_bytes
from email.policy import SMTP
strict = SMTP.clone(raise_on_defect=True)
out = []
for eml in json.load(sys.stdin):
    mail = message_from_bytes(eml.encode('ascii'), policy=strict)
    to = mail['to'].addresses if mail['to'] else ()
    body = mail.get_body(('plain',))
    out.append({
        'subject': str(mail['subject']),
        'to': [{'name': a.display_name, 'email': a.addr_spec} for a in to],
        'text': body.get_content(),
        'headers': [name.lower() for name in mail.keys()],
    })
json.dump(out, sys.stdout)
`

/** Why Python's parser cannot be asked here, or `undefined` when it can. */
export const pythonAbsence: string | undefined =
  spawnSync('python3', ['--version']).status === 0 ? undefined : 'python3 is not installed here'

export function readWithPython(
  emls: readonly string[],
): readonly (ReadMail & { readonly headers: readonly string[] })[] {
  const run = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(emls),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  const mails = JSON.parse(run.stdout) as (ReadMail & { readonly headers: readonly string[] })[]
  return mails.map((mail) => ({ ...mail, text: withLineFeeds(mail.text) }))
}
