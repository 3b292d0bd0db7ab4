import { pointerTo } from '../json-text.ts'
import { checkName, checkPath } from './checks.ts'
import { type ContributionPoint, idSchema, itemSchema, pathSchema } from './point.ts'

/** A pack of letters, as `pack build` makes it. Data: it works without the plugin's code. */
export interface LettersContribution {
  readonly id: string
  /** The built pack, a JSON file. */
  readonly path: string
  /** Kinds that it covers. Absent: those that the pack itself names. */
  readonly kinds?: readonly string[]
  /** BCP 47 tags that it covers. */
  readonly locales?: readonly string[]
}

/** `contributes.letters` */
export const letters: ContributionPoint<LettersContribution> = {
  name: 'letters',
  description: 'Packs of letters, phone scripts and notes',
  layout: 'list',
  schema: itemSchema(['id', 'path'], {
    id: idSchema('Id of the pack'),
    path: pathSchema('The built pack, a JSON file in the folder of the plugin'),
    kinds: {
      type: 'array',
      items: { type: 'string' },
      description: 'Kinds of letters that it covers',
    },
    locales: { type: 'array', items: { type: 'string' }, description: 'Languages that it covers' },
  }),
  example: {
    id: 'acme-nudges.letters',
    path: './letters/pack.json',
    kinds: ['check-in'],
    locales: ['en', 'nl'],
  },
  idOf: (item) => item.id,
  check: (item, at, scope) => [
    ...checkPath(item.path, pointerTo(at.pointer, 'path')),
    ...(item.kinds ?? []).flatMap((kind, index) =>
      checkName(
        kind,
        scope.surface.letterKinds,
        pointerTo(pointerTo(at.pointer, 'kinds'), index),
        'kind of letter',
      ),
    ),
  ],
}
