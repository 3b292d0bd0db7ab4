import { type PackEntry, partialsFor } from './pack-entry.ts'
import type { LetterPack } from './letter-pack.ts'
import { createPartialLibrary } from './partial-library.ts'
import { remember } from './remember.ts'
import type { TemplateParts } from './strict-template.ts'
import { parseSource } from './template-source.ts'

/** An entry, parsed, with the partials that it may use. */
export interface LoadedTemplate {
  readonly entry: PackEntry
  readonly subject?: TemplateParts | undefined
  readonly body: TemplateParts
}

// A subject is one line and has no partials.
const noPartials = createPartialLibrary({})

/** Parses entries. The partials of a pack's locale are parsed once for all of its templates. */
export function createTemplateLoader(): (entry: PackEntry) => LoadedTemplate {
  const librariesOf = remember((pack: LetterPack) =>
    remember((locale: string) => createPartialLibrary(partialsFor(pack, locale))),
  )
  return (entry) => {
    const { pack, locale, subject, body } = entry
    return {
      entry,
      subject: subject && { parsed: parseSource(subject), library: noPartials },
      body: { parsed: parseSource(body), library: librariesOf(pack)(locale) },
    }
  }
}
