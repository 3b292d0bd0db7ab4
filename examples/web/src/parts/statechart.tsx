import { type LifecycleMachine, type Place, type Stage, stages } from '@afterview/core'
import type { ReactNode } from 'react'
import { useNarrow } from '../narrow.ts'
import { useWords } from '../words/words.ts'
import { insideOf, isBefore, nextStages } from '../statechart-graph.ts'

interface Box {
  readonly x: number
  readonly y: number
}

/** Column and row of each state, for a wide and a narrow page. */
const wide: Readonly<Record<Stage, Box>> = {
  closing: { x: 0, y: 1 },
  followUp: { x: 1, y: 1 },
  waiting: { x: 2, y: 1 },
  nextRound: { x: 3, y: 0 },
  offer: { x: 3, y: 1 },
  rejection: { x: 3, y: 2 },
  closed: { x: 4, y: 1 },
}
const narrow: Readonly<Record<Stage, Box>> = {
  closing: { x: 0, y: 0 },
  followUp: { x: 1, y: 0 },
  waiting: { x: 2, y: 0 },
  nextRound: { x: 0, y: 1 },
  offer: { x: 1, y: 1 },
  rejection: { x: 2, y: 1 },
  closed: { x: 1, y: 2 },
}

/** The usual way. Where else it can go from the present state, the state itself is marked. */
const spine: readonly (readonly [Stage, Stage])[] = [
  ['closing', 'followUp'],
  ['followUp', 'waiting'],
  ['waiting', 'nextRound'],
  ['waiting', 'offer'],
  ['waiting', 'rejection'],
  ['nextRound', 'closed'],
  ['offer', 'closed'],
  ['rejection', 'closed'],
]

/** The statechart with the present state lit, and the states inside it below. */
export function Statechart({
  machine,
  place,
}: {
  readonly machine: LifecycleMachine
  readonly place: Place
}): ReactNode {
  const words = useWords()
  const isNarrow = useNarrow()
  const layout = isNarrow ? narrow : wide
  const size = isNarrow ? { w: 98, h: 44, dx: 110, dy: 76 } : { w: 116, h: 46, dx: 152, dy: 66 }
  const centre = (stage: Stage): Box => ({
    x: layout[stage].x * size.dx + size.w / 2 + 4,
    y: layout[stage].y * size.dy + size.h / 2 + 4,
  })
  const next = nextStages(machine, place.stage)
  const inside = place.within === '' ? '' : nameOf(words.places, place.within)
  const text = words.application.chartText(
    words.stages[place.stage],
    inside,
    next.map((stage) => words.stages[stage]).join(', ') || '–',
  )
  const width = (isNarrow ? 2 : 4) * size.dx + size.w + 8
  const height = 2 * size.dy + size.h + 8
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
        {spine.map(([from, to]) => (
          <path
            key={`${from}-${to}`}
            className={from === place.stage ? 'chart__edge chart__edge--live' : 'chart__edge'}
            d={curve(centre(from), centre(to), size)}
          />
        ))}
        {stages.map((stage) => (
          <g key={stage} className={classOf(stage, place, next)}>
            <rect
              x={centre(stage).x - size.w / 2}
              y={centre(stage).y - size.h / 2}
              width={size.w}
              height={size.h}
              rx={12}
            />
            <text x={centre(stage).x} y={centre(stage).y + 5} textAnchor="middle">
              {words.stages[stage]}
            </text>
          </g>
        ))}
      </svg>
      <ul className="chart__inside" aria-hidden="true">
        {insideOf(machine, place.stage).map((name) => (
          <li key={name} className={name === place.within ? 'is-lit' : ''}>
            {nameOf(words.places, name)}
          </li>
        ))}
      </ul>
    </figure>
  )
}

function nameOf(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name
}

function classOf(stage: Stage, place: Place, next: readonly Stage[]): string {
  if (stage === place.stage) return 'chart__state chart__state--lit'
  if (next.includes(stage)) return 'chart__state chart__state--next'
  return isBefore(stage, place) ? 'chart__state chart__state--past' : 'chart__state'
}

/** From the edge of one box to the edge of another, bending once. */
function curve(from: Box, to: Box, { w, h }: { readonly w: number; readonly h: number }): string {
  const isSideways = Math.abs(to.x - from.x) > w
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)]
  if (isSideways && !(dy !== 0 && Math.abs(to.y - from.y) < h)) {
    const [x1, x2] = [from.x + (dx * w) / 2, to.x - (dx * w) / 2]
    const middle = (x1 + x2) / 2
    return `M${x1} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${x2} ${to.y}`
  }
  const [y1, y2] = [from.y + (dy * h) / 2, to.y - (dy * h) / 2]
  const middle = (y1 + y2) / 2
  return `M${from.x} ${y1} C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${y2}`
}
