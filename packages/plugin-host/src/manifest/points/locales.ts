import { pointerTo } from '../json-text.ts'
import { checkPath } from './checks.ts'
import { type ContributionPoint, itemSchema, pathSchema } from './point.ts'

/** The plugin's texts in one language. */
export interface LocaleContribution {
  /** BCP 47 tag. */
  readonly locale: string
  /** JSON file of texts by key. */
  readonly path: string
}

/** `contributes.locales` */
export const locales: ContributionPoint<LocaleContribution> = {
  name: 'locales',
  description: 'Texts of the plugin by language: for %key% in the manifest and for its code',
  layout: 'list',
  schema: itemSchema(['locale', 'path'], {
    locale: {
      type: 'string',
      pattern: '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$',
      description: 'BCP 47 tag',
    },
    path: pathSchema('JSON file of texts by key'),
  }),
  example: { locale: 'de', path: './l10n/de.json' },
  idOf: (item) => item.locale,
  check: (item, at) => checkPath(item.path, pointerTo(at.pointer, 'path')),
}
