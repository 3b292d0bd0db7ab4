import type { RatedPlace, TemplatePlace } from './choose-template.ts'
import { shorterTags } from './locale-chain.ts'
import type { LetterPack } from './letter-pack.ts'
import type { PartialSources, TemplateSource } from './template-source.ts'

/** One template of a pack, not parsed yet. */
export interface PackEntry extends RatedPlace {
  readonly pack: LetterPack
  readonly kind: string
  /** Path in the folder of the pack. Two templates with the same path are rivals for one place. */
  readonly file: string
  /** Id of the pack whose template of the same place this one takes the place of. */
  readonly replaces?: string | undefined
  readonly subject?: TemplateSource | undefined
  readonly body: TemplateSource
}

/** The templates of a pack. */
export function readEntries(pack: LetterPack): readonly PackEntry[] {
  return Object.entries(pack.templates).flatMap(([kind, templates]) =>
    Object.entries(templates).map(([name, { subject, body, replaces }]) => {
      const file = `templates/${kind}/${name}.mustache`
      const [locale = '', tone, address] = name.split(/\.|(?<=\..*)-/u)
      return {
        pack,
        kind,
        // The shape of a pack has no other names.
        ...({ locale, tone, address } as TemplatePlace),
        preferred: shorterTags(locale).flatMap((tag) => pack.address?.[tag] ?? [])[0],
        file,
        replaces,
        subject: subject && { name: file, ...subject, columnShift: 'subject: '.length },
        body: { name: file, ...body },
      }
    }),
  )
}

/** The sources of the partials that a template may use. The nearest locale has the last word. */
export function partialsFor({ pack, locale }: PackEntry): PartialSources {
  const found = shorterTags(locale)
    .toReversed()
    .flatMap((tag) =>
      Object.entries(pack.partials[tag] ?? {}).map(
        ([name, text]) => [name, { name: `partials/${tag}/${name}.mustache`, text }] as const,
      ),
    )
  return new Map(found)
}
