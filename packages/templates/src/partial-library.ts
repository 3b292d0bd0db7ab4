import { remember } from './remember.ts'
import { type ParsedSource, parseSource, type TemplateSource } from './template-source.ts'

/** The partials that templates may name, each parsed once however many templates use it. */
export interface PartialLibrary {
  /** The names that exist. */
  readonly names: readonly string[]
  /** The parsed partial, or `undefined` when there is none of that name. */
  find(name: string): ParsedSource | undefined
}

/** A library of `sources` by name. Parsing happens at the first use. */
export function createPartialLibrary(
  sources: Readonly<Record<string, TemplateSource>>,
): PartialLibrary {
  const parsed = remember(parseSource)
  return {
    names: Object.keys(sources),
    find: (name) => {
      const source = Object.hasOwn(sources, name) ? sources[name] : undefined
      return source && parsed(source)
    },
  }
}
