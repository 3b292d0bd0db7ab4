import type { Stage } from '@afterview/core'

interface Point {
  readonly x: number
  readonly y: number
}

/** Where the states of the chart stand, in the units of its picture. */
export interface ChartLayout {
  readonly width: number
  readonly height: number
  /** Size of the box of a state. */
  readonly box: { readonly w: number; readonly h: number }
  /** The middle of a state. */
  centre(stage: Stage): Point
  /** The line from one state to another, for a path. */
  line(from: Stage, to: Stage): string
}

type Cells = Readonly<Record<Stage, Point>>

/** Column and row of each state. */
const wide: Cells = {
  closing: { x: 0, y: 1 },
  followUp: { x: 1, y: 1 },
  waiting: { x: 2, y: 1 },
  nextRound: { x: 3, y: 0 },
  offer: { x: 3, y: 1 },
  rejection: { x: 3, y: 2 },
  closed: { x: 4, y: 1 },
}
const narrow: Cells = {
  closing: { x: 0, y: 0 },
  followUp: { x: 1, y: 0 },
  waiting: { x: 1, y: 1 },
  nextRound: { x: 0, y: 2 },
  offer: { x: 1, y: 2 },
  rejection: { x: 2, y: 2 },
  closed: { x: 1, y: 3 },
}

/** The usual way through the states. */
export const usualWay: readonly (readonly [Stage, Stage])[] = [
  ['closing', 'followUp'],
  ['followUp', 'waiting'],
  ['waiting', 'nextRound'],
  ['waiting', 'offer'],
  ['waiting', 'rejection'],
  ['nextRound', 'closed'],
  ['offer', 'closed'],
  ['rejection', 'closed'],
]

/** From left to right on a wide page, downwards on a narrow one. */
export function chartLayout(isNarrow: boolean): ChartLayout {
  const cells = isNarrow ? narrow : wide
  const box = isNarrow ? { w: 98, h: 44 } : { w: 116, h: 46 }
  const step = isNarrow ? { x: 110, y: 68 } : { x: 152, y: 66 }
  const last = isNarrow ? { x: 2, y: 3 } : { x: 4, y: 2 }
  const centre = (stage: Stage): Point => ({
    x: cells[stage].x * step.x + box.w / 2 + 4,
    y: cells[stage].y * step.y + box.h / 2 + 4,
  })
  return {
    width: last.x * step.x + box.w + 8,
    height: last.y * step.y + box.h + 8,
    box,
    centre,
    line(from, to) {
      const [start, end] = [centre(from), centre(to)]
      return isNarrow && start.y !== end.y
        ? downwards(start, end, box.h / 2)
        : sideways(start, end, box.w / 2)
    },
  }
}

function sideways(from: Point, to: Point, edge: number): string {
  const middle = (from.x + to.x) / 2
  return `M${from.x + edge} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${to.x - edge} ${to.y}`
}

function downwards(from: Point, to: Point, edge: number): string {
  const middle = (from.y + to.y) / 2
  return `M${from.x} ${from.y + edge} C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y - edge}`
}
