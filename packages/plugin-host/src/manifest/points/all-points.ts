import type { JsonObject } from '../../json-value.ts'
import { type ClassifierContribution, classifiers } from './classifiers.ts'
import { type CommandContribution, commands } from './commands.ts'
import { type ConfigurationContribution, configuration } from './configuration.ts'
import { type EffectContribution, effects } from './effects.ts'
import { type ExporterContribution, exporters } from './exporters.ts'
import { type HolidaysContribution, holidays } from './holidays.ts'
import { type KeybindingContribution, keybindings } from './keybindings.ts'
import { type LettersContribution, letters } from './letters.ts'
import { type LocaleContribution, locales } from './locales.ts'
import { type MenuContribution, menus } from './menus.ts'
import { type NotifierContribution, notifiers } from './notifiers.ts'
import { type ObligationContribution, obligations } from './obligations.ts'
import type { ContributionPoint } from './point.ts'
import { type PolicyContribution, policies } from './policies.ts'
import { type ViewContribution, views } from './views.ts'

/** The item of each contribution point. */
export interface ContributionItems {
  readonly commands: CommandContribution
  readonly letters: LettersContribution
  readonly policies: PolicyContribution
  readonly holidays: HolidaysContribution
  readonly exporters: ExporterContribution
  readonly obligations: ObligationContribution
  readonly effects: EffectContribution
  readonly classifiers: ClassifierContribution
  readonly notifiers: NotifierContribution
  readonly configuration: ConfigurationContribution
  readonly menus: MenuContribution
  readonly views: ViewContribution
  readonly keybindings: KeybindingContribution
  readonly locales: LocaleContribution
}

/** Name of a contribution point. */
export type PointName = keyof ContributionItems

/** All contribution points, in the order of the documentation. */
export const allPoints: {
  readonly [Name in PointName]: ContributionPoint<ContributionItems[Name]>
} = {
  commands,
  letters,
  policies,
  holidays,
  exporters,
  obligations,
  effects,
  classifiers,
  notifiers,
  configuration,
  menus,
  views,
  keybindings,
  locales,
}

/** Names of all contribution points. */
export const pointNames = Object.keys(allPoints) as readonly PointName[]

/** Schema of the whole value of a point. */
export function layoutSchema(point: ContributionPoint<never>): JsonObject {
  const { description, schema } = point
  const items = { type: 'array', items: schema }
  switch (point.layout) {
    case 'list':
      return { ...items, description }
    case 'places':
      return { type: 'object', additionalProperties: items, description }
    case 'sections':
      return { anyOf: [schema, items], description }
  }
}
