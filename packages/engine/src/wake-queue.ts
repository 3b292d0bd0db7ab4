/** A wake-up of a lifecycle. */
export interface WakeUp {
  readonly at: number
  readonly applicationId: string
}

/** Wake-ups, the earliest first. Those that are no longer true are thrown away when they come up. */
export interface WakeQueue {
  add(wakeUp: WakeUp): void
  /** Up to `limit` wake-ups at or before `now`, in order; they stay in the queue. */
  due(now: number, limit: number): readonly WakeUp[]
  earliest(): WakeUp | undefined
}

/** Wake-ups that are kept before the first look for those that are no longer true. */
const leastLimit = 64

/** A queue that asks `isTrue` whether a wake-up still holds. */
export function createWakeQueue(isTrue: (wakeUp: WakeUp) => boolean): WakeQueue {
  const heap: WakeUp[] = []
  let limit = leastLimit

  function add(wakeUp: WakeUp): void {
    insert(heap, wakeUp)
    if (heap.length > limit) tidy()
  }

  /** Those that are no longer true would else stay until their time. */
  function tidy(): void {
    const rest = new Map(heap.filter(isTrue).map((wakeUp) => [wakeUp.applicationId, wakeUp]))
    heap.length = 0
    for (const wakeUp of rest.values()) insert(heap, wakeUp)
    limit = Math.max(leastLimit, 2 * heap.length)
  }

  function earliest(): WakeUp | undefined {
    while (heap[0] !== undefined && !isTrue(heap[0])) takeFirst(heap)
    return heap[0]
  }

  function takeDue(now: number, limit: number): readonly WakeUp[] {
    const taken = new Map<string, WakeUp>()
    for (;;) {
      const first = earliest()
      if (first === undefined || first.at > now || taken.size >= limit) return [...taken.values()]
      takeFirst(heap)
      taken.set(first.applicationId, first)
    }
  }

  return {
    add,
    earliest,
    due(now, limit) {
      const found = takeDue(now, limit)
      for (const wakeUp of found) insert(heap, wakeUp)
      return found
    },
  }
}

function insert(heap: WakeUp[], wakeUp: WakeUp): void {
  heap.push(wakeUp)
  let index = heap.length - 1
  while (index > 0) {
    const parent = (index - 1) >> 1
    if (!swapIfBefore(heap, index, parent)) return
    index = parent
  }
}

function takeFirst(heap: WakeUp[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  let index = 0
  for (;;) {
    const child = earlierChild(heap, index)
    if (child === undefined || !swapIfBefore(heap, child, index)) return
    index = child
  }
}

function earlierChild(heap: readonly WakeUp[], index: number): number | undefined {
  const left = index * 2 + 1
  const [one, other] = [heap[left], heap[left + 1]]
  if (one === undefined) return undefined
  return other !== undefined && isBefore(other, one) ? left + 1 : left
}

function swapIfBefore(heap: WakeUp[], index: number, other: number): boolean {
  const [one, two] = [heap[index], heap[other]]
  if (one === undefined || two === undefined || !isBefore(one, two)) return false
  heap[index] = two
  heap[other] = one
  return true
}

function isBefore(a: WakeUp, b: WakeUp): boolean {
  return a.at < b.at || (a.at === b.at && a.applicationId < b.applicationId)
}
