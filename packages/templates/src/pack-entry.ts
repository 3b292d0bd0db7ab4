import type { TemplatePlace } from './choose-template.ts'
import { shorterTags } from './locale-chain.ts'
import type { LetterPack } from './letter-pack.ts'
import { readTemplateFile } from './template-file.ts'
import type { TemplateSource } from './template-source.ts'

/** The path of a template: its kind, locale, tone and form of address. */
export const templatePath =
  /^templates\/(?<kind>[a-z0-9-]+)\/(?<locale>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?<tone>warm|neutral|brief|formal)(?:-(?<address>informal|formal))?\.mustache$/u

/** One template of a pack, read but not parsed. */
export interface PackEntry extends TemplatePlace {
  readonly pack: LetterPack
  /** Path in the pack. */
  readonly file: string
  readonly kind: string
  /** Id of the pack whose template of the same place this one takes the place of. */
  readonly replaces?: string | undefined
  readonly subject?: TemplateSource | undefined
  readonly body: TemplateSource
}

/** The templates of a pack, except those that have no header. */
export function readEntries(pack: LetterPack): readonly PackEntry[] {
  return Object.entries(pack.templates).flatMap(([file, text]) => {
    const place = templatePath.exec(file)?.groups
    const read = readTemplateFile(file, text)
    if (!place || !read) return []
    const valueOf = (name: string): TemplateSource | undefined =>
      read.header.find(({ key }) => key === name)?.value
    const entry = {
      pack,
      file,
      replaces: valueOf('replaces')?.text,
      subject: valueOf('subject'),
      body: read.body,
    }
    // The pattern names every part of a place, and nothing else.
    return [{ ...entry, ...(place as Pick<PackEntry, 'kind' | 'locale' | 'tone' | 'address'>) }]
  })
}

/** What makes two templates rivals for one place: kind, locale, tone and form of address. */
export function placeOf({ kind, locale, tone, address }: PackEntry): string {
  return `${kind}/${locale}.${tone}${address ? `-${address}` : ''}`
}

/** The sources of the partials that a template may use, nearest locale first, by name. */
export function partialsFor({ pack, locale }: PackEntry): Readonly<Record<string, TemplateSource>> {
  const found = shorterTags(locale)
    .toReversed()
    .flatMap((tag) => partialsOf(pack, tag))
  return Object.fromEntries(found)
}

function partialsOf(pack: LetterPack, locale: string): readonly [string, TemplateSource][] {
  const folder = `partials/${locale}/`
  return Object.entries(pack.partials)
    .filter(([path]) => path.startsWith(folder))
    .map(([name, text]) => [
      name.slice(folder.length).replace('.mustache', ''),
      { name, text: text.replaceAll('\r\n', '\n') },
    ])
}
