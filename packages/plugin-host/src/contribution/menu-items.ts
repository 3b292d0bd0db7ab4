import type { PluginStatus } from '../host/plugin-state.ts'
import type { JsonValue } from '../json-value.ts'
import type { MenuContribution } from '../manifest/points/menus.ts'
import type { WhenContext } from '../when/evaluate.ts'
import type { Contribution, ContributionIndex } from './contribution-index.ts'

/** A command as it stands in a menu. */
export interface MenuItem {
  readonly command: string
  readonly title: string
  readonly category?: string
  readonly group: string
  readonly args?: JsonValue
  /** Whether its enablement holds. */
  readonly isEnabled: boolean
  readonly pluginId: string
  /** State of the plugin that declares the command, to mark those that failed. */
  readonly status: PluginStatus
}

/** Titles of the embedder's own commands, by id. */
export type OwnTitles = (command: string) => string | undefined

/**
 * What a menu shows now, sorted: the group `navigation` first, then by group, then by the number
 * after `@`, then as registered.
 */
export function menuItems(
  menu: string,
  index: ContributionIndex,
  context: WhenContext,
  ownTitles: OwnTitles,
): readonly MenuItem[] {
  return index
    .list('menus', context)
    .filter(({ place }) => place === menu)
    .map((contribution, at) => ({ ...place(contribution.item.group), contribution, at }))
    .toSorted(
      (left, right) =>
        rank(left.group) - rank(right.group) ||
        (left.group < right.group ? -1 : Number(left.group > right.group)) ||
        left.order - right.order ||
        left.at - right.at,
    )
    .map(({ contribution, group }) => toItem(contribution, group, index, context, ownTitles))
}

function place(group: string | undefined): { group: string; order: number } {
  const [name = '', order = ''] = (group ?? '').split('@')
  return { group: name, order: Number(order) || 0 }
}

function rank(group: string): number {
  return group === 'navigation' ? 0 : 1
}

function toItem(
  { item, pluginId, status }: Contribution<MenuContribution>,
  group: string,
  index: ContributionIndex,
  context: WhenContext,
  ownTitles: OwnTitles,
): MenuItem {
  const declared = index.command(item.command)
  const title = declared?.item.title ?? ownTitles(item.command) ?? item.command
  return {
    command: item.command,
    title,
    ...(declared?.item.category === undefined ? {} : { category: declared.item.category }),
    group,
    ...(item.args === undefined ? {} : { args: item.args }),
    isEnabled: declared?.enablement?.evaluate(context) ?? true,
    pluginId,
    status: declared?.record.state.status ?? status,
  }
}
