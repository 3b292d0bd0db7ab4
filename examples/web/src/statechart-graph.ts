import { type LifecycleMachine, type Place, type Stage, stages } from '@afterview/core'

/** A state of the machine, as far as drawing it needs. */
interface Node {
  readonly path: readonly string[]
  readonly states: Readonly<Record<string, Node>>
  /** Transitions that are taken at once. */
  readonly always?: readonly unknown[] | undefined
  readonly transitions: ReadonlyMap<
    string,
    readonly { readonly target?: readonly { readonly path: readonly string[] }[] | undefined }[]
  >
}

/** The top-level states that a state can go to, read from the machine itself. */
export function nextStages(machine: LifecycleMachine, from: Stage): readonly Stage[] {
  const reached = new Set(targetsOf(nodeOf(machine, from)).map(([stage]) => stage))
  return stages.filter((stage) => stage !== from && reached.has(stage))
}

/** The states inside a top-level state in which one can stay, in their order. */
export function insideOf(machine: LifecycleMachine, stage: Stage): readonly string[] {
  const inside = Object.entries(nodeOf(machine, stage).states)
  return inside.filter(([, { always = [] }]) => always.length === 0).map(([name]) => name)
}

/** Whether a state lies on the way from the start to a place. */
export function isBefore(stage: Stage, { stage: present }: Place): boolean {
  return stages.indexOf(stage) < stages.indexOf(present) && stages.indexOf(stage) < 3
}

function nodeOf(machine: LifecycleMachine, stage: Stage): Node {
  const node = machine.states[stage]
  if (node === undefined) throw new TypeError(`the machine has no state ${stage}`)
  return node
}

function targetsOf(node: Node): readonly (readonly string[])[] {
  const own = [...node.transitions.values()].flat().flatMap(({ target }) => target ?? [])
  return [...own.map(({ path }) => path), ...Object.values(node.states).flatMap(targetsOf)]
}
