import type { MachineSnapshot } from './snapshot.ts'

/** The top-level states. */
export const stages = [
  'closing',
  'followUp',
  'waiting',
  'nextRound',
  'offer',
  'rejection',
  'closed',
] as const

/** A top-level state. */
export type Stage = (typeof stages)[number]

/** Where a lifecycle stands: the top-level state and the state inside it, empty where there is none. */
export interface Place {
  readonly stage: Stage
  readonly within: string
}

/** Reads a place off a machine's state value. */
export function placeOf(value: MachineSnapshot['value']): Place {
  const [name, inner] =
    typeof value === 'string' ? [value, ''] : (Object.entries(value)[0] ?? ['', ''])
  const stage = stages.find((candidate) => candidate === name)
  if (stage === undefined) throw new TypeError(`"${name}" is not a state of the lifecycle`)
  return { stage, within: typeof inner === 'string' ? inner : '' }
}

/** A place as one word, such as `waiting.quiet`. */
export function placeName({ stage, within }: Place): string {
  return within === '' ? stage : `${stage}.${within}`
}
