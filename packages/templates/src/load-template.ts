import { type PackEntry, partialsFor } from './pack-entry.ts'
import { parseSource } from './mustache-engine.ts'
import type { ParsedSource, PartialSources } from './template-source.ts'

/** A parsed source, and the partials that its tags may name. */
export interface TemplateParts {
  readonly parsed: ParsedSource
  readonly partials: PartialSources
}

/** An entry, parsed, for checks. */
export interface LoadedTemplate {
  readonly entry: PackEntry
  readonly subject?: TemplateParts | undefined
  readonly body: TemplateParts
}

/** Parses an entry. Never throws. */
export function loadTemplate(entry: PackEntry): LoadedTemplate {
  const { subject, body } = entry
  return {
    entry,
    // A subject is one line and has no partials.
    subject: subject && { parsed: parseSource(subject), partials: new Map() },
    body: { parsed: parseSource(body), partials: partialsFor(entry) },
  }
}
