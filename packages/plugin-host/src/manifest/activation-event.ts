import type { HandlerKind } from '../isolation/runtime.ts'
import type { PluginManifest } from './manifest.ts'
import { allPoints, pointNames } from './points/all-points.ts'
import type { ContributionPoint } from './points/point.ts'

/** What can follow each prefix of an activation event. */
export const activationPrefixes = {
  'onCommand:': 'the id of a command, when somebody runs it',
  'onState:': 'a state, when an application enters it',
  'onEvent:': 'the type of a lifecycle event, when it is recorded',
  'onView:': 'the id of a view, when it is shown',
  'onExporter:': 'the id of an exporter, when it is used',
  'onClassifier:': 'the id of a classifier, when a message is read',
  'onNotifier:': 'the id of a notifier, when something is told',
  'onEffect:': 'the id of an effect handler, when its effect is due',
  'onPolicy:': 'the id of a policy, when its rule fires',
  'onLetter:': 'a kind of letter, when one is drafted',
  'onToken:': 'a token, when somebody asks for the service',
} as const

/** Events without a name after them. */
export const plainActivationEvents = {
  onStartupFinished: 'once the host is ready and the early events are done',
  '*': 'at every start; makes the start slower',
} as const

const eventPrefixes: Readonly<Record<HandlerKind, keyof typeof activationPrefixes>> = {
  command: 'onCommand:',
  policy: 'onPolicy:',
  effect: 'onEffect:',
  exporter: 'onExporter:',
  classifier: 'onClassifier:',
  notifier: 'onNotifier:',
  view: 'onView:',
  service: 'onToken:',
}

/** The event that fires before a handler is called, such as `onCommand:acme.draft`. */
export function activationEventOf(kind: HandlerKind, id: string): string {
  return `${eventPrefixes[kind]}${id}`
}

/** Events that follow from the contributions and the tokens. None without code. */
export function implicitActivationEvents(manifest: PluginManifest): readonly string[] {
  if (!manifest.hasCode) return []
  const events = handlersOf(manifest).map(({ kind, id }) => activationEventOf(kind, id))
  return [...new Set(events)]
}

/** One handler that a manifest declares. */
export interface DeclaredHandler {
  readonly kind: HandlerKind
  readonly id: string
}

/** Every handler that a manifest declares, tokens included. */
export function handlersOf(manifest: PluginManifest): readonly DeclaredHandler[] {
  const contributed = pointNames.flatMap((name) => {
    const items = manifest.contributes[name].map((placed) => placed.item)
    return handlersAt(allPoints[name], items)
  })
  const services = manifest.provides.map(({ token }) => ({ kind: 'service' as const, id: token }))
  return [...contributed, ...services]
}

/** `items` belong to `point`: the caller takes both under the same name. */
function handlersAt(
  point: ContributionPoint<never>,
  items: readonly unknown[],
): readonly DeclaredHandler[] {
  const { handler } = point
  if (handler === undefined) return []
  return (items as readonly never[])
    .filter((item) => needsCode(point, item))
    .flatMap((item) => {
      const id = point.idOf?.(item)
      return id === undefined ? [] : [{ kind: handler, id }]
    })
}

/** Whether an item cannot work without the plugin's code. */
export function needsCode<Item>(point: ContributionPoint<Item>, item: Item): boolean {
  return point.needsCode?.(item) ?? point.handler !== undefined
}
