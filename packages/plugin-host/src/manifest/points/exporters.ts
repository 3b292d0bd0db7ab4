import type { JsonObject } from '../../json-value.ts'
import { pointerTo } from '../json-text.ts'
import { checkSchema } from './checks.ts'
import {
  type ContributionPoint,
  embeddedSchema,
  idSchema,
  itemSchema,
  textSchema,
} from './point.ts'

/** Turns an application or the agenda into a file. */
export interface ExporterContribution {
  readonly id: string
  readonly title: string
  /** Such as `text/calendar`. */
  readonly mediaType: string
  /** With its dot, such as `.ics`. */
  readonly extension: string
  /** JSON Schema of its options. */
  readonly options?: JsonObject | boolean
}

/** Schema of a media type without parameters. */
export const mediaTypeSchema: JsonObject = {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,63}$',
  description: 'Media type, such as `text/calendar`',
}

/** `contributes.exporters` */
export const exporters: ContributionPoint<ExporterContribution> = {
  name: 'exporters',
  description: 'Turn an application or the agenda into a file',
  layout: 'list',
  handler: 'exporter',
  schema: itemSchema(['id', 'title', 'mediaType', 'extension'], {
    id: idSchema('Id of the exporter'),
    title: textSchema('What a person reads'),
    mediaType: mediaTypeSchema,
    extension: {
      type: 'string',
      pattern: '^\\.[a-z0-9]{1,12}$',
      description: 'Ending of the file with its dot',
    },
    options: embeddedSchema('JSON Schema of its options'),
  }),
  example: {
    id: 'acme-nudges.csv',
    title: 'Agenda as a table',
    mediaType: 'text/csv',
    extension: '.csv',
  },
  idOf: (item) => item.id,
  check: (item, at) => checkSchema(item.options, pointerTo(at.pointer, 'options')),
}
