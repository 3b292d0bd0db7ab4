import type { JsonValue } from '../../json-value.ts'
import type { NamedPlace } from '../../surface.ts'
import type { Finding } from '../diagnostic.ts'
import { didYouMean } from '../nearest-name.ts'
import { checkCommand, checkWhen, list } from './checks.ts'
import {
  type CheckScope,
  type ContributionPoint,
  type ItemPlace,
  idSchema,
  itemSchema,
  textSchema,
  whenSchema,
} from './point.ts'

/** A command in a menu. */
export interface MenuContribution {
  readonly command: string
  /** Shown only while this holds. */
  readonly when?: string
  /** Items of a group stand together; groups are sorted by name, `navigation` first; `name@2` orders within. */
  readonly group?: string
  readonly args?: JsonValue
}

/** `contributes.menus` */
export const menus: ContributionPoint<MenuContribution> = {
  name: 'menus',
  description: 'Commands in the menus of the embedder, by menu',
  layout: 'places',
  schema: itemSchema(['command'], {
    command: idSchema('Id of a declared command'),
    when: whenSchema,
    group: textSchema('Group within the menu; `name@2` orders within the group'),
    args: { description: 'Argument that the command is called with' },
  }),
  example: { command: 'acme-nudges.draft', when: "stage == 'waiting'", group: 'navigation@1' },
  check: (item, at, scope) => [
    ...checkPlace(at, scope, scope.surface.menus, 'menu'),
    ...checkCommand(item.command, at, scope),
    ...checkWhen(item.when, at, 'when'),
  ],
}

/** Findings of the name of a menu or of a place for views, proposals included. */
export function checkPlace(
  at: ItemPlace,
  scope: CheckScope,
  known: readonly NamedPlace[] | undefined,
  what: string,
): readonly Finding[] {
  if (known === undefined || at.place === undefined) return []
  const pointer = at.pointer.slice(0, at.pointer.lastIndexOf('/'))
  const place = known.find((candidate) => candidate.id === at.place)
  if (place === undefined) return [unknownPlace(at.place, pointer, known, what)]
  const { proposal } = place
  if (proposal === undefined || scope.proposals.includes(proposal)) return []
  return [
    {
      code: 'proposal-not-enabled',
      pointer,
      message: `The ${what} ${place.id} belongs to the proposal ${proposal}`,
      help: `add "${proposal}" to enabledApiProposals`,
    },
  ]
}

function unknownPlace(
  name: string,
  pointer: string,
  known: readonly NamedPlace[],
  what: string,
): Finding {
  const names = known.map((place) => place.id)
  return {
    code: 'menu-unknown',
    pointer,
    message: `${name} is no ${what} of this host${didYouMean(name, names)}`,
    help: names.length === 0 ? 'remove it' : `use one of ${list(names)}`,
  }
}
