import type { Clock } from '../clock.ts'
import type { CrashBudget, CrashVerdict } from './runtime.ts'

/** How many crashes a plugin may have, and what follows each. Milliseconds. */
export interface SupervisorLimits {
  /** The crash with this number within `windowMs` leads to quarantine. */
  readonly crashes: number
  readonly windowMs: number
  /** Waits before the restarts after the first, second, … crash; the last one holds for all that follow. */
  readonly backoffMs: readonly number[]
  /** A plugin that ran that long since its last crash and still answers starts afresh. */
  readonly healthyMs: number
  /** How long a quarantine lasts. `null`: until a person releases the plugin. */
  readonly quarantineMs: number | null
}

/** The limits when nothing else is said. */
export const supervisorLimits: SupervisorLimits = {
  crashes: 3,
  windowMs: 5 * 60_000,
  backoffMs: [0, 1000, 5000],
  healthyMs: 2 * 60_000,
  quarantineMs: null,
}

/** Counts crashes per plugin and says what follows: a restart with a growing wait, or quarantine. */
export function createSupervisor(options: {
  readonly clock: Pick<Clock, 'now'>
  readonly limits?: Partial<SupervisorLimits>
}): CrashBudget {
  const limits = { ...supervisorLimits, ...options.limits }
  const crashesOf = new Map<string, readonly number[]>()
  return {
    crashed(pluginId) {
      const now = options.clock.now()
      const recent = (crashesOf.get(pluginId) ?? []).filter((at) => now - at < limits.windowMs)
      const crashes = [...recent, now]
      crashesOf.set(pluginId, crashes)
      return verdictOn(crashes.length, now, limits)
    },
    healthy(pluginId) {
      if (crashesOf.size === 0) return
      const last = crashesOf.get(pluginId)?.at(-1)
      if (last !== undefined && options.clock.now() - last >= limits.healthyMs) {
        crashesOf.delete(pluginId)
      }
    },
    release(pluginId) {
      crashesOf.delete(pluginId)
    },
  }
}

function verdictOn(crashes: number, now: number, limits: SupervisorLimits): CrashVerdict {
  if (crashes < limits.crashes) {
    const afterMs = limits.backoffMs[crashes - 1] ?? limits.backoffMs.at(-1) ?? 0
    return { action: 'restart', afterMs, crashes }
  }
  const until = limits.quarantineMs === null ? null : now + limits.quarantineMs
  return { action: 'quarantine', until, crashes }
}
