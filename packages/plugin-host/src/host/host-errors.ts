import { AfterviewError } from '@afterview/time'
import { fromErrorData } from '../error-data.ts'
import type { HandlerKind } from '../isolation/runtime.ts'
import { didYouMean } from '../manifest/nearest-name.ts'
import type { PluginState } from './plugin-state.ts'

/** No plugin has that id. */
export function pluginUnknown(pluginId: string, known: readonly string[]): AfterviewError {
  return new AfterviewError('plugin-unknown', {
    happened: `There is no plugin ${pluginId}${didYouMean(pluginId, known)}`,
    fix: 'register it first, or use the id publisher.name',
    details: { pluginId },
  })
}

/** A plugin in this state cannot be used now. */
export function pluginUnavailable(pluginId: string, state: PluginState): AfterviewError {
  switch (state.status) {
    case 'failed':
      return new AfterviewError('plugin-failed', {
        happened: `The plugin ${pluginId} failed: ${state.error.message}`,
        fix: `mend the cause, then call retry('${pluginId}')`,
        details: { pluginId },
        cause: fromErrorData(state.error),
      })
    case 'quarantined':
      return new AfterviewError('plugin-quarantined', {
        happened: `The plugin ${pluginId} is in quarantine after ${state.crashes} crashes`,
        fix: `call release('${pluginId}') to let it run again`,
        details: { pluginId, until: state.until, crashes: state.crashes },
      })
    default:
      return new AfterviewError('plugin-not-active', {
        happened: `The plugin ${pluginId} is ${state.status}`,
        fix: 'activate the plugin first',
        details: { pluginId, status: state.status },
      })
  }
}

/** A plugin is being unloaded, or its host is being disposed. */
export function pluginLeaving(pluginId: string): AfterviewError {
  return new AfterviewError('plugin-leaving', {
    happened: `The plugin ${pluginId} is being taken out of its host`,
    fix: 'register it again, in a host that goes on',
    details: { pluginId },
  })
}

/** The host was disposed. */
export function hostDisposed(): AfterviewError {
  return new AfterviewError('host-disposed', {
    happened: 'A plugin was registered with a host that was disposed',
    fix: 'make a new host',
  })
}

/** A dependency could not be activated. */
export function dependencyFailed(
  pluginId: string,
  dependency: string,
  cause: unknown,
): AfterviewError {
  return new AfterviewError('dependency-failed', {
    happened: `${pluginId} was not activated because ${dependency}, which it needs, was not`,
    fix: `see the cause, then call retry('${dependency}') and retry('${pluginId}')`,
    details: { pluginId, dependency },
    cause,
  })
}

/** A dependency is not registered, or nobody provides a required token. */
export function dependencyMissing(pluginId: string, needed: string): AfterviewError {
  return new AfterviewError('dependency-missing', {
    happened: `${pluginId} needs ${needed}, which no registered plugin gives`,
    fix: `register a plugin that gives ${needed}, then call retry('${pluginId}')`,
    details: { pluginId, needed },
  })
}

/** Plugins need one another in a circle. */
export function dependencyCycle(pluginId: string, path: readonly string[]): AfterviewError {
  return new AfterviewError('dependency-cycle', {
    happened: `${pluginId} cannot be activated: ${path.join(' needs ')}`,
    fix: 'take one of these dependencies away',
    details: { pluginId, path },
  })
}

/** An activation took too long. */
export function activationTimeout(pluginId: string, timeoutMs: number): AfterviewError {
  return new AfterviewError('activation-timeout', {
    happened: `${pluginId} was not active ${timeoutMs} ms after its activation began`,
    fix: 'await less in activate, or raise isolation.activationTimeoutMs in its package.json',
    details: { pluginId, timeoutMs },
  })
}

/** An activation was given up because the plugin is being deactivated. */
export function activationCancelled(pluginId: string): AfterviewError {
  return new AfterviewError('activation-cancelled', {
    happened: `${pluginId} was deactivated while it was being activated`,
    fix: 'activate it again when it is wanted',
    details: { pluginId },
  })
}

/** No adapter fits. */
export function isolationUnavailable(
  pluginId: string,
  supports: readonly string[],
  offered: readonly string[],
): AfterviewError {
  return new AfterviewError('isolation-unavailable', {
    happened: `${pluginId} can run in ${supports.join(', ') || 'no tier'}, and this host offers ${offered.join(', ') || 'none'}`,
    fix: 'give the host an adapter of one of these kinds',
    details: { pluginId, supports, offered },
  })
}

/** Two plugins claim one name. */
export function nameTaken(pluginId: string, name: string, owner: string): AfterviewError {
  return new AfterviewError('contribution-taken', {
    happened: `${pluginId} contributes ${name}, which ${owner} contributes already`,
    fix: 'rename one of the two; the first keeps the name',
    details: { pluginId, name, owner },
  })
}

/** A handler of a plugin threw. */
export function handlerFailed(
  pluginId: string,
  kind: HandlerKind,
  id: string,
  cause: unknown,
): AfterviewError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new AfterviewError('handler-failed', {
    happened: `${kind} ${id} of ${pluginId} failed: ${reason}`,
    fix: `report it to the maker of ${pluginId}`,
    details: { pluginId, kind, id },
    cause,
  })
}

/** A plugin asks for something that its manifest does not. */
export function capabilityDenied(
  pluginId: string,
  wanted: string,
  manifestLine: string,
): AfterviewError {
  return new AfterviewError('capability-denied', {
    happened: `${pluginId} wants ${wanted}, which its manifest does not ask for`,
    fix: `add ${manifestLine} to its package.json`,
    details: { pluginId, wanted, manifestLine },
  })
}
