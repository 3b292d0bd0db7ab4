import { type ContributionPoint, idSchema, itemSchema, textSchema } from './point.ts'
import { mediaTypeSchema } from './exporters.ts'

/** Reads a message from outside and proposes what it means. */
export interface ClassifierContribution {
  readonly id: string
  readonly title: string
  readonly mediaTypes: readonly string[]
}

/** `contributes.classifiers` */
export const classifiers: ContributionPoint<ClassifierContribution> = {
  name: 'classifiers',
  description: 'Read a message from outside and propose the event that it means',
  layout: 'list',
  handler: 'classifier',
  schema: itemSchema(['id', 'title', 'mediaTypes'], {
    id: idSchema('Id of the classifier'),
    title: textSchema('What a person reads'),
    mediaTypes: {
      type: 'array',
      minItems: 1,
      items: mediaTypeSchema,
      description: 'Media types that it reads',
    },
  }),
  example: { id: 'acme-nudges.mail', title: 'Reads replies', mediaTypes: ['text/plain'] },
  idOf: (item) => item.id,
}
