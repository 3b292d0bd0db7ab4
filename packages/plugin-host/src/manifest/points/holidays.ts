import { pointerTo } from '../json-text.ts'
import { checkPath } from './checks.ts'
import { type ContributionPoint, itemSchema, pathSchema, textSchema } from './point.ts'

/** The public holidays of one place. Data: it works without the plugin's code. */
export interface HolidaysContribution {
  /** ISO 3166-1 or 3166-2 code, such as `NL` or `DE-BY`. */
  readonly region: string
  readonly title?: string
  /** JSON file `{ "range": ["2026", "2028"], "days": { "2026-01-01": "New Year's Day" } }`. */
  readonly path: string
}

/** `contributes.holidays` */
export const holidays: ContributionPoint<HolidaysContribution> = {
  name: 'holidays',
  description: 'Public holidays of a country or region, as a file of dates',
  layout: 'list',
  schema: itemSchema(['region', 'path'], {
    region: {
      type: 'string',
      pattern: '^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$',
      description: 'ISO 3166-1 or 3166-2 code, such as `NL` or `DE-BY`',
    },
    title: textSchema('What a person reads'),
    path: pathSchema('JSON file with `range` (first and last year) and `days` (date to name)'),
  }),
  example: { region: 'NL', path: './holidays/nl.json' },
  idOf: (item) => item.region,
  check: (item, at) => checkPath(item.path, pointerTo(at.pointer, 'path')),
}
