import { type LifecycleMachine, type Place, type Stage, stages } from '@afterview/core'
import type { ReactNode } from 'react'
import { useNarrow } from '../narrow.ts'
import { insideOf, isBefore, nextStages } from '../statechart-graph.ts'
import { type ChartLayout, chartLayout, usualWay } from '../statechart-layout.ts'
import { useWords } from '../words/words.ts'

interface StatechartProps {
  readonly machine: LifecycleMachine
  readonly place: Place
}

/** The statechart with the present state lit, where it can go marked, and the states inside it below. */
export function Statechart({ machine, place }: StatechartProps): ReactNode {
  const words = useWords()
  const layout = chartLayout(useNarrow())
  const next = nextStages(machine, place.stage)
  const text = words.application.chartText(
    words.stages[place.stage],
    place.within === '' ? '' : nameOf(words.places, place.within),
    next.map((stage) => words.stages[stage]).join(', ') || '–',
  )
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} role="img" aria-label={text}>
        {usualWay.map(([from, to]) => (
          <path
            key={`${from}-${to}`}
            className={from === place.stage ? 'chart__edge chart__edge--live' : 'chart__edge'}
            d={layout.line(from, to)}
          />
        ))}
        {stages.map((stage) => (
          <Box key={stage} stage={stage} layout={layout} className={classOf(stage, place, next)} />
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

interface BoxProps {
  readonly stage: Stage
  readonly layout: ChartLayout
  readonly className: string
}

function Box({ stage, layout, className }: BoxProps): ReactNode {
  const words = useWords()
  const { x, y } = layout.centre(stage)
  const { w, h } = layout.box
  return (
    <g className={className}>
      <rect x={x - w / 2} y={y - h / 2} width={w} height={h} rx={12} />
      <text x={x} y={y + 5} textAnchor="middle">
        {words.stages[stage]}
      </text>
    </g>
  )
}

function nameOf(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name
}

function classOf(stage: Stage, place: Place, next: readonly Stage[]): string {
  if (stage === place.stage) return 'chart__state chart__state--lit'
  if (isBefore(stage, place)) return 'chart__state chart__state--past'
  return next.includes(stage) ? 'chart__state chart__state--next' : 'chart__state'
}
