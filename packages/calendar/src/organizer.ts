import { contentLine, quotedParameter } from './content-line.ts'
import { calendarError } from './error-table.ts'
import { cleanLine, isBlank } from './plain-text.ts'

/** Who publishes or cancels: METHOD:PUBLISH and METHOD:CANCEL are not valid without. */
export interface Organizer {
  readonly email: string
  readonly name?: string
}

/** The ORGANIZER line, folded, with CRLF. Throws `organizer-malformed`. */
export function organizerLine({ email, name }: Organizer): string {
  if (!/^[^\s@<>"\\^`{|}\p{Cc}]+@[^\s@<>"\\^`{|}\p{Cc}]+$/u.test(email) || email.length > 254) {
    throw calendarError('organizer-malformed', { email })
  }
  const parameter =
    name === undefined || isBlank(name) ? '' : `;CN=${quotedParameter(cleanLine(name))}`
  return contentLine(`ORGANIZER${parameter}:mailto:${encodeURI(email.toWellFormed())}`)
}
