import type { Engine } from '@afterview/engine'
import { AfterviewError, isAfterviewError } from '@afterview/time'
import type { EffectDelivery } from './effect-delivery.ts'
import type { LetterPacks } from './letter-packs.ts'
import type { Rules } from './rules.ts'

/** Lets everything follow what plugins declare, one change after the other. */
export interface PluginUpdate {
  /** Takes over what is declared now, and writes the dates down that it moves. */
  run(): Promise<void>
  /** The same when nobody waits: what goes wrong is reported. */
  start(): void
  /** Settles when all that has begun is over. Never rejects. */
  settle(): Promise<void>
}

/** What follows. */
export interface PluginUpdateWorld {
  readonly engine: Engine
  readonly rules: Rules
  readonly packs: LetterPacks
  readonly delivery: EffectDelivery
  readonly report: (problem: AfterviewError) => void
}

/** Makes the update. */
export function createPluginUpdate(world: PluginUpdateWorld): PluginUpdate {
  let settled: Promise<void> = Promise.resolve()
  const run = (): Promise<void> => {
    const done = settled.then(() => update(world))
    settled = done.catch(() => undefined)
    return done
  }
  return {
    run,
    start: () => void run().catch((error: unknown) => world.report(problemOf(error))),
    settle: () => settled,
  }
}

async function update({ engine, rules, packs, delivery }: PluginUpdateWorld): Promise<void> {
  packs.forget()
  await rules.update()
  delivery.update()
  await engine.renew()
}

function problemOf(error: unknown): AfterviewError {
  if (isAfterviewError(error)) return error
  return new AfterviewError('plugin-update-failed', {
    happened: `what plugins declare could not be taken over: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'look at the cause, and register or unload the plugin again',
    cause: error,
  })
}
