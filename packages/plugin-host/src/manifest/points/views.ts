import { checkWhen } from './checks.ts'
import { checkPlace } from './menus.ts'
import { type ContributionPoint, idSchema, itemSchema, textSchema, whenSchema } from './point.ts'

/** Something to show: the plugin gives data, the embedder draws it. */
export interface ViewContribution {
  readonly id: string
  readonly title: string
  readonly when?: string
}

/** `contributes.views` */
export const views: ContributionPoint<ViewContribution> = {
  name: 'views',
  description: 'Data to show in the places of the embedder, by place',
  layout: 'places',
  handler: 'view',
  schema: itemSchema(['id', 'title'], {
    id: idSchema('Id of the view'),
    title: textSchema('Heading of the view'),
    when: whenSchema,
  }),
  example: { id: 'acme-nudges.overview', title: 'Nudges', when: 'hasNudges' },
  idOf: (item) => item.id,
  check: (item, at, scope) => [
    ...checkPlace(at, scope, scope.surface.viewPlaces, 'place for views'),
    ...checkWhen(item.when, at, 'when'),
  ],
}
