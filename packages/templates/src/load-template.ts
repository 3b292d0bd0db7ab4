import { createTemplate, type Template } from './compile-template.ts'
import { type PackEntry, partialsFor } from './pack-entry.ts'
import type { PackProblem } from './pack-problem.ts'
import type { ShelvedEntry } from './pack-shelf.ts'
import { createPartialLibrary, inspectSource, type PartialLibrary } from './partial-library.ts'
import { type ParsedSource, parseSource, type TemplateSource } from './template-source.ts'

/** A template that is ready to render. */
export interface LoadedTemplate {
  readonly entry: PackEntry
  readonly subject?: Template
  readonly body: Template
}

/** A source of a template, parsed, with the partials that it may use. */
export interface LoadedSource {
  readonly parsed: ParsedSource
  readonly library: PartialLibrary
}

/** A template with what it was made of, and what its dialect refuses. */
export interface Loaded {
  readonly template: LoadedTemplate
  /** The body, and the subject before it where there is one. */
  readonly sources: readonly LoadedSource[]
  readonly problems: readonly PackProblem[]
}

/** Parses templates. The partials of a locale are parsed once for all of its templates. */
export interface TemplateLoader {
  load(shelved: ShelvedEntry): Loaded
}

/** A loader that remembers the partials of the packs that it meets. */
export function createTemplateLoader(): TemplateLoader {
  const libraries = new Map<string, PartialLibrary>()
  const libraryOf = ({ pack, locale }: ShelvedEntry): PartialLibrary => {
    const key = `${pack.id} ${locale}`
    const library = libraries.get(key) ?? createPartialLibrary(partialsFor(pack, locale), 'letter')
    libraries.set(key, library)
    return library
  }
  return { load: (shelved) => loadTemplate(shelved.entry, libraryOf(shelved)) }
}

// A subject is one line and has no partials.
const noPartials = createPartialLibrary({}, 'letter')

function loadTemplate(entry: PackEntry, library: PartialLibrary): Loaded {
  const body = loadSource(entry.body, library)
  const subject = entry.subject && loadSource(entry.subject, noPartials)
  const sources = subject ? [subject, body] : [body]
  const template = { entry, body: createTemplate(body.parsed, library) }
  return {
    template: subject
      ? { ...template, subject: createTemplate(subject.parsed, noPartials) }
      : template,
    sources,
    problems: sources.flatMap(({ parsed, library }) => inspectSource(parsed, library)),
  }
}

function loadSource(source: TemplateSource, library: PartialLibrary): LoadedSource {
  return { parsed: parseSource(source, 'letter'), library }
}
