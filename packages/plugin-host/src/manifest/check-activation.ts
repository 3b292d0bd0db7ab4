import type { HostSurface } from '../surface.ts'
import {
  activationPrefixes,
  implicitActivationEvents,
  plainActivationEvents,
} from './activation-event.ts'
import type { Finding } from './diagnostic.ts'
import { pointerTo } from './json-text.ts'
import type { PluginManifest } from './manifest.ts'
import { didYouMean } from './nearest-name.ts'
import { checkName } from './points/checks.ts'

/** Everything that is wrong with the activation events of a manifest. */
export function checkActivation(
  manifest: PluginManifest,
  surface: HostSurface,
): readonly Finding[] {
  const events = manifest.activationEvents
  if (events.length > 0 && !manifest.hasCode) {
    return [withoutCode()]
  }
  const implicit = new Set(implicitActivationEvents(manifest))
  return events.flatMap((event, at) => {
    const pointer = pointerTo('/activationEvents', at)
    return implicit.has(event) ? [redundant(event, pointer)] : checkEvent(event, pointer, surface)
  })
}

function withoutCode(): Finding {
  return {
    code: 'activation-without-code',
    pointer: '/activationEvents',
    message: 'There are activation events, but neither main nor browser',
    help: 'add main or browser, or remove the events',
  }
}

function redundant(event: string, pointer: string): Finding {
  const message = `${event} follows from a contribution already`
  return { code: 'activation-redundant', pointer, message, help: 'remove it' }
}

function checkEvent(event: string, pointer: string, surface: HostSurface): readonly Finding[] {
  if (event === '*') return [star(pointer)]
  if (event in plainActivationEvents) return []
  const prefix = event.slice(0, event.indexOf(':') + 1)
  const name = event.slice(prefix.length)
  if (!(prefix in activationPrefixes) || name === '') return [unknownEvent(event, pointer)]
  if (prefix === 'onState:') return checkName(name, surface.states, pointer, 'state')
  if (prefix === 'onEvent:') return checkName(name, surface.events, pointer, 'event')
  if (prefix === 'onLetter:') return checkName(name, surface.letterKinds, pointer, 'kind of letter')
  return []
}

function star(pointer: string): Finding {
  return {
    code: 'activation-star',
    pointer,
    message: 'The plugin is activated at every start, which makes the start slower',
    help: 'use onStartupFinished, or the event that really needs it',
  }
}

function unknownEvent(event: string, pointer: string): Finding {
  const known = [...Object.keys(activationPrefixes), ...Object.keys(plainActivationEvents)]
  const prefix = event.includes(':') ? event.slice(0, event.indexOf(':') + 1) : event
  return {
    code: 'activation-unknown',
    pointer,
    message: `${event} is no activation event${didYouMean(prefix, known)}`,
    help: 'see the list of activation events',
  }
}
