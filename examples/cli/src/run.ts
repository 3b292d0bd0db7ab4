import { createAfterview } from 'afterview'
import { AfterviewError, parseInstant, requireZone } from '@afterview/time'
import { createManualClock } from './manual-clock.ts'
import { type Artifacts, collectArtifacts, writeArtifacts } from './artifacts.ts'
import { requireInstant } from './instant-option.ts'
import { createDesk } from './desk.ts'
import type { Scenario } from './scenario.ts'
import { printEnd, printStart, printStep } from './timeline.ts'
import { tellEvent } from './telling.ts'

/** How a scenario is run. */
export interface RunOptions {
  readonly out: string
  readonly now: string | undefined
  readonly keepGoing: boolean
  readonly json: boolean
}

/** An event that was refused, as it goes into `refused.json`. */
export interface RefusedEvent {
  readonly index: number
  readonly event: object
  readonly reason: unknown
  readonly possible: readonly string[]
}

/** Runs a scenario from start to end, then writes its results. Nothing is written when it fails. */
export async function runScenario(scenario: Scenario, options: RunOptions): Promise<number> {
  const { artifacts, refused } = await live(scenario, options)
  writeArtifacts(options.out, artifacts, refused)
  if (options.json)
    process.stdout.write(`${JSON.stringify({ out: options.out, ...artifacts.summary, refused })}\n`)
  else printEnd(options.out, artifacts, refused)
  return 0
}

async function live(
  scenario: Scenario,
  options: RunOptions,
): Promise<{ artifacts: Artifacts; refused: readonly RefusedEvent[] }> {
  const clock = createManualClock('1970-01-01T00:00:00Z')
  const afterview = await createAfterview({
    clock,
    createId: () => 'application-1',
    calendar: clocksOf(scenario),
    ...(scenario.policy === undefined ? {} : { policy: scenario.policy }),
  })
  try {
    const { applicationId } = await afterview.begin(scenario.input)
    const desk = createDesk(afterview, applicationId)
    const refused: RefusedEvent[] = []
    if (!options.json) printStart(scenario, await desk.look())
    for (const [index, event] of scenario.events.entries()) {
      await desk.keepDrafts()
      const told = await tellEvent(afterview, clock, applicationId, event, index)
      if (!told.accepted) {
        if (!options.keepGoing) throw refusal(told.refused)
        refused.push(told.refused)
        continue
      }
      if (!options.json) await printStep(desk, told)
    }
    const now = endOf(scenario, options)
    clock.moveTo(now)
    await afterview.engine.catchUp()
    await desk.keepDrafts()
    if (!options.json) await printStep(desk, undefined)
    return { artifacts: await collectArtifacts(afterview, desk, now), refused }
  } finally {
    await afterview.dispose()
  }
}

/** The calendar is read where the candidate lives; a zone that is none is refused by name later. */
function clocksOf({ input }: Scenario): { readonly zone?: string } {
  const zone: unknown = Reflect.get(Object(input.candidate), 'zone')
  return typeof zone === 'string' && isZone(zone) ? { zone } : {}
}

function isZone(zone: string): boolean {
  try {
    return requireZone(zone) !== ''
  } catch {
    return false
  }
}

function endOf({ events }: Scenario, { now }: RunOptions): string {
  if (now !== undefined) return requireInstant('now', now)
  const last: unknown = events
    .map((event) => Reflect.get(event, 'at'))
    .findLast((at) => isInstant(at))
  return typeof last === 'string' ? parseInstant(last) : '1970-01-01T00:00:00Z'
}

function isInstant(value: unknown): boolean {
  try {
    return typeof value === 'string' && parseInstant(value) !== ''
  } catch {
    return false
  }
}

function refusal({ index, event, reason, possible }: RefusedEvent): AfterviewError {
  const { message, fix, field, value } = reason as {
    message: string
    fix: string
    field?: string
    value?: unknown
  }
  const at = field === undefined || field === '' ? '' : `, field "${field}"`
  const shown = value === undefined ? '' : ` = ${JSON.stringify(value)}`
  return new AfterviewError('event-refused', {
    happened: `events[${index}] (${String(Reflect.get(event, 'type'))})${at}${shown}: ${message}. Possible here: ${possible.join(', ') || 'nothing'}`,
    fix,
    details: { index, event, reason },
  })
}
