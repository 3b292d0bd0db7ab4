import { createEml, type EmlParts } from './eml.ts'
import { letterHtml } from './letter-html.ts'
import type { MailAddress } from './mail-address.ts'
import { createMailto, type Mailto } from './mailto.ts'
import { normalizeLineEnds } from './safe-text.ts'

/** A letter and whom it goes to. */
export interface DraftParts {
  readonly subject: string
  readonly text: string
  readonly to: readonly MailAddress[]
  readonly cc?: readonly MailAddress[]
}

/** What only a mail file needs to know. */
export interface EmlOptions extends Pick<EmlParts, 'from' | 'date' | 'draft'> {
  /** Whether the mail also has the letter as HTML. Default false. */
  readonly html?: boolean
}

/** A letter in every form in which it can be handed over. Nothing is sent. */
export interface Draft {
  readonly subject: string
  /** With line feeds. */
  readonly text: string
  /** A fragment of HTML, made from the text. */
  readonly html: string
  readonly mailto: Mailto
  /** The text of an `.eml` file, type `message/rfc822`; see {@link createEml}. */
  eml(options: EmlOptions): string
}

/**
 * Makes a letter ready to hand over.
 * @throws AfterviewError `character-refused` or `mail-address-invalid` at once, whatever form is used later
 */
export function createDraft(parts: DraftParts): Draft {
  const text = normalizeLineEnds(parts.text)
  const letter = { ...parts, text }
  const html = letterHtml(text)
  return {
    subject: parts.subject,
    text,
    html,
    mailto: createMailto(letter),
    eml: ({ html: withHtml = false, ...options }) =>
      createEml({ ...letter, ...options, ...(withHtml && { html }) }),
  }
}
