import { checkWhen } from './checks.ts'
import { type ContributionPoint, idSchema, itemSchema, textSchema, whenSchema } from './point.ts'

/** Tells the person something, such as on the desktop or by push. */
export interface NotifierContribution {
  readonly id: string
  readonly title: string
  readonly when?: string
}

/** `contributes.notifiers` */
export const notifiers: ContributionPoint<NotifierContribution> = {
  name: 'notifiers',
  description: 'Tell the person something outside the application',
  layout: 'list',
  handler: 'notifier',
  schema: itemSchema(['id', 'title'], {
    id: idSchema('Id of the notifier'),
    title: textSchema('What a person reads when choosing it'),
    when: whenSchema,
  }),
  example: { id: 'acme-nudges.desktop', title: 'Desktop notification' },
  idOf: (item) => item.id,
  check: (item, at) => checkWhen(item.when, at, 'when'),
}
