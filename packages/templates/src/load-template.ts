import { type PackEntry, partialsFor } from './pack-entry.ts'
import { createPartialLibrary, type PartialLibrary } from './partial-library.ts'
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
  const libraries = new Map<string, PartialLibrary>()
  return (entry) => {
    const key = `${entry.pack.id} ${entry.locale}`
    const library = libraries.get(key) ?? createPartialLibrary(partialsFor(entry))
    libraries.set(key, library)
    const { subject, body } = entry
    return {
      entry,
      subject: subject && { parsed: parseSource(subject), library: noPartials },
      body: { parsed: parseSource(body), library },
    }
  }
}
