import { type PluginInfo, pointNames } from '@afterview/plugin-host'
import type { Afterview } from 'afterview'
import type { ReactNode } from 'react'
import { PluginCard } from '../parts/plugin-card.tsx'
import { WhyHidden } from '../parts/why-hidden.tsx'
import { Title, useAct, useLive, usePage } from '../page.tsx'
import { settings } from '../settings.ts'
import { type ShippedPlugin, shippedPlugins } from '../shipped-plugins.ts'
import { useWords } from '../words/words.ts'

/** Every plugin: what it is, what it brings, how it is doing, and what can be done with it. */
export function Plugins(): ReactNode {
  const words = useWords()
  const found = useLive('plugins', async (world) => {
    const afterview = await world.whole()
    return { afterview, plugins: afterview.plugins.list(), brought: contributions(afterview) }
  })
  const own = found?.plugins.filter(({ id }) => shippedPlugins.every((each) => each.id !== id))
  const card = (plugin: PluginInfo, shipped?: ShippedPlugin): ReactNode =>
    found && (
      <PluginCard
        key={plugin.id}
        plugin={plugin}
        plugins={found.afterview.plugins}
        shipped={shipped}
        brings={found.brought.get(plugin.id) ?? []}
      />
    )
  return (
    <>
      <Title>{words.plugins.title}</Title>
      <p className="lead">{words.plugins.lead}</p>
      <ul className="plugins">
        {found !== undefined &&
          shippedPlugins.map((shipped) => {
            const plugin = found.plugins.find(({ id }) => id === shipped.id)
            return plugin === undefined ? (
              <OffCard key={shipped.id} shipped={shipped} />
            ) : (
              card(plugin, shipped)
            )
          })}
        {own?.map((plugin) => card(plugin))}
      </ul>
      {found !== undefined && <WhyHidden afterview={found.afterview} />}
    </>
  )
}

function OffCard({ shipped }: { readonly shipped: ShippedPlugin }): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const act = useAct()
  const { id, title, open } = shipped
  const start = async (): Promise<void> => {
    const { plugins } = await world.whole()
    await plugins.register([await open()])
    settings.setPluginOff(id, false)
    world.touch()
  }
  return (
    <li className="plugin" data-plugin={id}>
      <div className="plugin__head">
        <h2>{title}</h2>
        <span className="tag">{words.plugins.states.inactive}</span>
      </div>
      <p className="quiet plugin__id">{id}</p>
      <div className="actions">
        <button type="button" className="button button--main" onClick={() => act(start)}>
          {words.plugins.start}
        </button>
      </div>
    </li>
  )
}

/** What each plugin brings, as *commands 3*, by its id. */
function contributions({ plugins }: Afterview): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, readonly string[]>()
  for (const point of pointNames) {
    const byPlugin = Map.groupBy(plugins.contributions(point), ({ pluginId }) => pluginId)
    for (const [id, { length }] of byPlugin)
      counts.set(id, [...(counts.get(id) ?? []), `${point} ${length}`])
  }
  return counts
}
