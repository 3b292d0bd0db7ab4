import {
  createLifecycle,
  type EventType,
  eventTypes,
  policyKeys,
  resolvePolicy,
} from '@afterview/core'

const { machine } = createLifecycle()

type Node = (typeof machine)['root']

/** An edge of the chart, by the ids of its ends without the machine's own name. */
interface Edge {
  readonly from: string
  readonly to: string
  readonly label: string
}

/** Accepted in every open state: drawn once in words, or the chart would be nothing but them. */
const everywhere = new Set<string>([
  'nextRound.invited',
  'nextRound.scheduled',
  'offer.extended',
  'application.rejected',
  'application.withdrawn',
  'position.closed',
  'employer.held',
])

/** The statechart as a Mermaid diagram, read from the machine itself. */
export function statechartDiagram(): string {
  const lines = ['stateDiagram-v2', '  direction LR', '  [*] --> closing']
  for (const stage of children(machine.root)) lines.push(...stageLines(stage))
  const edges = unique(allNodes(machine.root).flatMap(edgesOf).filter(isDrawn))
  for (const { from, to, label } of edges) lines.push(`  ${from} --> ${to}: ${label}`)
  return lines.join('\n')
}

/**
 * The statechart in the language of Graphviz, for a picture that needs no script. A dot is where a
 * stage is entered, `any` stands for each of its states.
 */
export function statechartDot(): string {
  const edges = unique(allNodes(machine.root).flatMap(edgesOf).filter(isDrawn))
  const ends = new Set(edges.flatMap(({ from, to }) => [tailOf(from), headOf(to)]))
  return [
    'digraph statechart {',
    '  graph [rankdir=LR nodesep=0.2 ranksep=0.6 fontname="sans-serif" bgcolor="#ffffff" pad=0.3]',
    '  node [shape=box style="rounded,filled" fillcolor="#f4efe6" color="#8a7f6d" fontname="sans-serif" fontsize=14]',
    '  edge [color="#8a7f6d" fontname="sans-serif" fontsize=11 fontcolor="#4a4439" arrowsize=0.7]',
    ...children(machine.root).flatMap((stage) => dotStage(stage, ends)),
    ...edges.map(dotEdge),
    ...dotFlow(),
    '}',
  ].join('\n')
}

function dotStage(stage: Node, ends: ReadonlySet<string>): string[] {
  const inner = restingChildren(stage)
  if (inner.length === 0) return [`  ${stage.key}`]
  const [tail, head] = [tailOf(stage.key), headOf(stage.key)]
  return [
    `  subgraph cluster_${stage.key} {`,
    `    label="${stage.key}" style="rounded" color="#b9ae9a" fontsize=15`,
    ...(ends.has(tail) ? [`    ${tail} [label="any" shape=plaintext style="" fontsize=12]`] : []),
    ...(ends.has(head) ? [`    ${head} [shape=point width=0.12 color="#4a4439"]`] : []),
    ...inner.map((node) => `    ${idOf(node)} [label="${node.key}"]`),
    '  }',
  ]
}

function dotEdge({ from, to, label }: Edge): string {
  const text = label.split(', ').join('\\n')
  // What leads back does not turn the picture around.
  const back = stageIndex(from) > stageIndex(to) ? ' constraint=false' : ''
  return `  ${tailOf(from)} -> ${headOf(to)} [label="${text}"${back}]`
}

/** Unseen arrows that put the stages in the order in which they are lived. */
function dotFlow(): string[] {
  return ['nextRound_invited', 'offer_received', 'rejection_coolingOff'].map(
    (state) => `  waiting_quiet -> ${state} [style=invis]`,
  )
}

function tailOf(id: string): string {
  return isWhole(id) ? `${id}_any` : id
}

function headOf(id: string): string {
  return isWhole(id) ? `${id}_entry` : id
}

/** Whether an id names a stage that has states of its own. */
function isWhole(id: string): boolean {
  const stage = children(machine.root).find(({ key }) => key === id)
  return stage !== undefined && restingChildren(stage).length > 0
}

function stageIndex(id: string): number {
  const [stage = ''] = id.split('_')
  return children(machine.root).findIndex(({ key }) => key === stage)
}

/** A table of the events that each state accepts, timers included. */
export function stateTable(): string {
  const leaves = allNodes(machine.root).filter(
    (node) => children(node).length === 0 && node.key !== 'settling',
  )
  const rows = leaves.map((node) => {
    const own = ancestors(node).flatMap((ancestor) => ancestor.ownEvents.map(String))
    const events = eventTypes.filter((type) => own.includes(type))
    const timers = own
      .filter((type) => type.startsWith('xstate.after.'))
      .map((type) => type.split('.')[2])
    return `| \`${nameOf(node)}\` | ${list(events)} | ${list(timers)} |`
  })
  return ['| state | events it accepts | timers |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The policy's numbers with their sources. */
export function policyTableText(): string {
  const policy = resolvePolicy()
  const rows = policyKeys.map((key) => {
    const { value, unit, source, asOf, strength } = policy[key]
    return `| \`${key}\` | \`${JSON.stringify(value)}\` | ${unit} | ${source} | ${strength}, ${asOf} |`
  })
  return [
    '| key | default | unit | source | strength |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function stageLines(stage: Node): string[] {
  const inner = restingChildren(stage)
  if (inner.length === 0) return [`  state ${stage.key}`]
  return [`  state ${stage.key} {`, ...inner.map((node) => `    ${idOf(node)}: ${node.key}`), '  }']
}

function edgesOf(node: Node): Edge[] {
  if (node.key === 'settling') return []
  const always = (node.always ?? []).map((transition) => ({
    event: 'when all are thanked',
    transition,
  }))
  const told = [...node.transitions].flatMap(([event, list]) =>
    list.map((transition) => ({ event, transition })),
  )
  const transitions = [...told, ...always]
  return transitions.flatMap(({ event, transition }) =>
    (transition.target ?? []).map((target) => ({
      from: idOf(node),
      to: idOf(target),
      label: labelOf(event),
    })),
  )
}

function isDrawn({ from, to, label }: Edge): boolean {
  return from !== to && !everywhere.has(label) && !label.startsWith('xstate.')
}

function labelOf(event: string): string {
  return event.startsWith('xstate.after.') ? `after ${event.split('.')[2]}` : event
}

/** Several events between the same two states share one arrow. */
function unique(edges: readonly Edge[]): Edge[] {
  const labels = new Map<string, Set<string>>()
  for (const { from, to, label } of edges) {
    const ends = `${from} ${to}`
    labels.set(ends, (labels.get(ends) ?? new Set()).add(label))
  }
  return [...labels].map(([ends, names]) => {
    const [from = '', to = ''] = ends.split(' ')
    return { from, to, label: [...names].join(', ') }
  })
}

/** `settling` never rests: an arrow to it leads to `waiting`. */
function idOf(node: Node): string {
  return nameOf(node)
    .replace(/\.settling$/, '')
    .replaceAll('.', '_')
}

function nameOf(node: Node): string {
  return node.path.join('.')
}

function children(node: Node): Node[] {
  return Object.values(node.states)
}

/** The states of a stage in which one can be. */
function restingChildren(stage: Node): Node[] {
  return children(stage).filter(({ key }) => key !== 'settling')
}

function allNodes(node: Node): Node[] {
  return children(node).flatMap((child) => [child, ...allNodes(child)])
}

function ancestors(node: Node): Node[] {
  return node.parent === undefined ? [] : [node, ...ancestors(node.parent)]
}

function list(names: readonly (string | undefined)[]): string {
  return names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(' ')
}

/** The events that the chart leaves out. */
export const undrawnEvents: readonly EventType[] = eventTypes.filter((type) => everywhere.has(type))
