import { createLifecycle, type StartInput } from '@afterview/core'
import { type Engine, type EngineClock, memoryEngine } from '@afterview/engine'

/** An engine with everything that a program has to lend it. */
export function openEngine(clock: EngineClock, log: (line: string) => void): Promise<Engine> {
  return memoryEngine()({
    lifecycle: createLifecycle(),
    clock,
    // What has no caller to throw to: an effect given up, a lifecycle set aside, a store in trouble.
    report: ({ message }) => log(message),
  })
}

/** The first days after an interview. */
export async function firstDays(
  engine: Engine,
  input: StartInput,
  notify: (itemId: string) => Promise<void>,
): Promise<string> {
  // Effects are performed at least once; `key` tells a repetition. Throwing asks for another try.
  engine.handleEffects('notifier', async (effect) => {
    if (effect.type === 'person.notify') await notify(effect.itemId)
  })

  // The same input again is the same beginning, so a retry does no harm.
  const { snapshot } = await engine.begin(input)

  // With a key, a double click or a repeated request counts once.
  const event = { type: 'interview.ended', at: '2026-11-25T14:30:00Z' }
  const outcome = await engine.record(snapshot.applicationId, event, { key: 'click-17' })
  if (!outcome.accepted) return `${outcome.reason.message}: ${outcome.possible.join(', ')}`

  const [first] = (await engine.list({ exceptState: 'closed' })).items
  return first?.state ?? 'nothing is open'
}
