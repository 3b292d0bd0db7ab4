import { pointerTo } from '../json-text.ts'
import { checkName, checkWhen } from './checks.ts'
import { type ContributionPoint, idSchema, itemSchema, textSchema, whenSchema } from './point.ts'

/** Code that carries out an effect of the core. */
export interface EffectContribution {
  readonly id: string
  /** Type of the core's effect, such as `stage.announce`. */
  readonly type: string
  readonly when?: string
}

/** `contributes.effects` */
export const effects: ContributionPoint<EffectContribution> = {
  name: 'effects',
  description: 'Carry out an effect of the core, at least once for each of its keys',
  layout: 'list',
  handler: 'effect',
  schema: itemSchema(['id', 'type'], {
    id: idSchema('Id of the handler'),
    type: textSchema('Type of the effect, such as `stage.announce`'),
    when: whenSchema,
  }),
  example: { id: 'acme-nudges.announce', type: 'stage.announce', when: "to == 'offer'" },
  idOf: (item) => item.id,
  check: (item, at, scope) => [
    ...checkWhen(item.when, at, 'when'),
    ...checkName(item.type, scope.surface.coreEffects, pointerTo(at.pointer, 'type'), 'effect'),
  ],
}
