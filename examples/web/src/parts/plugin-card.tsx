import type { DeclaredCapabilities, PluginInfo } from '@afterview/plugin-host'
import type { Afterview } from 'afterview'
import type { ReactNode } from 'react'
import { useAct, usePage } from '../page.tsx'
import { settings } from '../settings.ts'
import type { ShippedPlugin } from '../shipped-plugins.ts'
import { useWords } from '../words/words.ts'
import { Problem } from './problem.tsx'

interface PluginCardProps {
  readonly plugin: PluginInfo
  readonly plugins: Afterview['plugins']
  /** Where it comes from, if it comes with the page; those of Afterview itself stay on. */
  readonly shipped: ShippedPlugin | undefined
  readonly brings: readonly string[]
}

/** One plugin. */
export function PluginCard({ plugin, plugins, shipped, brings }: PluginCardProps): ReactNode {
  const words = useWords()
  const { id, state, description, displayName, version, isolation, capabilities } = plugin
  return (
    <li className="plugin" data-plugin={id}>
      <div className="plugin__head">
        <h2>{displayName}</h2>
        <span className={`tag tag--${state.status}`}>{words.plugins.states[state.status]}</span>
      </div>
      <p className="quiet plugin__id">
        {id} {version} {isolation !== undefined && `· ${isolation}`}
      </p>
      <p>{description}</p>
      <dl>
        <dt>{words.plugins.contributes}</dt>
        <dd>{brings.join(', ') || words.plugins.nothing}</dd>
        <dt>{words.plugins.may}</dt>
        <dd>
          <Capabilities names={capabilitiesOf(capabilities)} />
        </dd>
      </dl>
      {state.status === 'failed' && <Problem problem={state.error} />}
      <PluginActions plugin={plugin} plugins={plugins} shipped={shipped} />
    </li>
  )
}

type PluginActionsProps = Omit<PluginCardProps, 'brings'>

function PluginActions({ plugin, plugins, shipped }: PluginActionsProps): ReactNode {
  const words = useWords()
  const { world } = usePage()
  const act = useAct()
  const { id, state } = plugin
  const doing = (work: () => Promise<unknown>) => () =>
    act(async () => {
      try {
        await work()
      } finally {
        world.touch()
      }
    })
  const off = async (): Promise<void> => {
    await plugins.unload(id)
    settings.setPluginOff(id, true)
  }
  return (
    <div className="actions">
      {state.status === 'failed' && (
        <button
          type="button"
          className="button button--main"
          onClick={doing(() => plugins.retry(id))}
        >
          {words.plugins.retry}
        </button>
      )}
      {state.status === 'quarantined' && (
        <button
          type="button"
          className="button button--main"
          onClick={doing(async () => plugins.release(id))}
        >
          {words.plugins.retry}
        </button>
      )}
      <button
        type="button"
        className="button"
        onClick={doing(async () => plugins.reload(id, await shipped?.open()))}
      >
        {words.plugins.reload}
      </button>
      {shipped !== undefined && (
        <button type="button" className="button" onClick={doing(off)}>
          {words.plugins.stop}
        </button>
      )}
    </div>
  )
}

function Capabilities({ names }: { readonly names: readonly string[] }): ReactNode {
  const words = useWords()
  if (names.length < 5) return names.join(', ') || words.plugins.nothing
  return (
    <details>
      <summary>{words.plugins.many(names.length)}</summary>
      {names.join(', ')}
    </details>
  )
}

function capabilitiesOf(capabilities: DeclaredCapabilities): readonly string[] {
  const { candidate, network, storage, secrets, commands = [] } = capabilities
  return [
    ...(candidate?.read ?? []),
    ...(candidate?.effects ?? []),
    ...(network?.allowedDomains ?? []),
    ...(storage === true ? ['storage'] : []),
    ...(secrets === true ? ['secrets'] : []),
    ...commands,
  ]
}
