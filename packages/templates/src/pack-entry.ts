import type { TemplatePlace } from './choose-template.ts'
import { shorterTags } from './locale-chain.ts'
import type { LetterPack, PackText } from './letter-pack.ts'
import type { TemplateSource } from './template-source.ts'

/** One template of a pack, not parsed yet. */
export interface PackEntry extends TemplatePlace {
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
      const [locale, tone, address] = name.split(/\.|(?<=\..*)-/u)
      return {
        pack,
        kind,
        // The shape of a pack has no other names.
        ...({ locale, tone, address } as TemplatePlace),
        file,
        replaces,
        subject: subject && sourceOf(file, subject, 'subject: '.length),
        body: sourceOf(file, body, 0),
      }
    }),
  )
}

function sourceOf(name: string, { text, line }: PackText, columnShift: number): TemplateSource {
  return { name, text, firstLine: line, columnShift }
}

/** The sources of the partials that templates of a locale may use, nearest locale first, by name. */
export function partialsFor(
  { partials }: LetterPack,
  locale: string,
): Readonly<Record<string, TemplateSource>> {
  const found = shorterTags(locale)
    .toReversed()
    .flatMap((tag) =>
      Object.entries(partials[tag] ?? {}).map(
        ([name, text]) => [name, { name: `partials/${tag}/${name}.mustache`, text }] as const,
      ),
    )
  return Object.fromEntries(found)
}
