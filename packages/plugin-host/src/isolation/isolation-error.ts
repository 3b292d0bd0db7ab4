import { AfterviewError } from '@afterview/time'
import type { IsolationKind } from './runtime.ts'

/** The host ended the place while something was under way. */
export function pluginTerminated(pluginId: string): AfterviewError {
  return new AfterviewError('plugin-terminated', {
    happened: `The runtime of ${pluginId} was terminated`,
    fix: 'activate the plugin again',
    details: { pluginId },
  })
}

/** The place ended by itself while something was under way. */
export function pluginCrashed(pluginId: string, cause: unknown): AfterviewError {
  return new AfterviewError('plugin-crashed', {
    happened: `The place in which ${pluginId} runs ended unexpectedly`,
    fix: 'try again after its restart, or release the plugin from quarantine',
    details: { pluginId },
    cause,
  })
}

/** The place was killed since it gave no sign of life. */
export function pluginUnresponsive(pluginId: string, silentMs: number): AfterviewError {
  return new AfterviewError('plugin-unresponsive', {
    happened: `${pluginId} gave no sign of life for ${silentMs} ms and was ended`,
    fix: 'let its long loops give way, for instance with `await` between portions',
    details: { pluginId, silentMs },
  })
}

/** The place could not be made. */
export function placeNotStarted(
  pluginId: string,
  kind: IsolationKind,
  cause: unknown,
): AfterviewError {
  return new AfterviewError('place-not-started', {
    happened: `No place of kind ${kind} could be started for ${pluginId}`,
    fix: 'see the cause; check the bootstrap file and the limits of the adapter',
    details: { pluginId, kind },
    cause,
  })
}

/** The place did not answer its first question. */
export function startTimedOut(timeoutMs: number): AfterviewError {
  return new AfterviewError('start-timed-out', {
    happened: `It did not answer within ${timeoutMs} ms`,
    fix: 'allow more time with startTimeoutMs, or check that the bootstrap file can be loaded',
    details: { timeoutMs },
  })
}

/** The host gave an activation up. */
export function activationAborted(pluginId: string, reason: unknown): AfterviewError {
  return new AfterviewError('activation-aborted', {
    happened: `The activation of ${pluginId} was given up before it was finished`,
    fix: 'retry the plugin, or make its activate function quicker',
    details: { pluginId },
    cause: reason,
  })
}

/** The plugin's code cannot be reached from another thread or process. */
export function mainMissing(pluginId: string, kind: IsolationKind): AfterviewError {
  return new AfterviewError('plugin-main-missing', {
    happened: `${pluginId} has no module URL, so it cannot run in a place of kind ${kind}`,
    fix: 'name its file under main or browser in its package.json, or run it inline',
    details: { pluginId, kind },
  })
}

/** A deactivation was cut and the plugin did not even answer to that. */
export function deactivationCut(pluginId: string): AfterviewError {
  return new AfterviewError('deactivation-cut', {
    happened: `${pluginId} was still busy when the time for its deactivation was over`,
    fix: 'make its deactivate function and its disposers quicker',
    details: { pluginId },
  })
}
