/** The sending half of flow control: holds messages back while the other side is busy. */
export interface Outbox<Message> {
  /** Whether one more message would be sent or queued. */
  readonly hasRoom: boolean
  readonly queued: number
  /** Sends now when there is credit, else when there is. */
  send(message: Message): void
  /** The other side has taken that many messages. False when it says more than were sent. */
  grant(credits: number): boolean
  /** Takes back the first queued message that matches. False when there is none: it was sent. */
  withdraw(matches: (message: Message) => boolean): boolean
  /** Forgets what is queued. */
  clear(): void
}

/** Makes an outbox with a full window. */
export function createOutbox<Message>(options: {
  readonly credits: number
  readonly queuedMessages: number
  readonly post: (message: Message) => void
}): Outbox<Message> {
  let credits = options.credits
  let queue: Message[] = []
  let next = 0
  const queued = (): number => queue.length - next
  const flush = (): void => {
    while (credits > 0 && next < queue.length) {
      const message = queue[next] as Message
      next += 1
      credits -= 1
      options.post(message)
    }
    if (next === queue.length) {
      queue = []
      next = 0
    }
  }
  return {
    get hasRoom() {
      return credits > 0 || queued() < options.queuedMessages
    },
    get queued() {
      return queued()
    },
    send(message) {
      queue.push(message)
      flush()
    },
    grant(granted) {
      if (granted < 1 || credits + granted > options.credits) return false
      credits += granted
      flush()
      return true
    },
    withdraw(matches) {
      const at = queue.findIndex((message, index) => index >= next && matches(message))
      if (at >= 0) queue.splice(at, 1)
      return at >= 0
    },
    clear() {
      queue = []
      next = 0
    },
  }
}

/** The receiving half: counts what came, and gives credit back once other work had its turn. */
export interface Intake {
  /** A message came. False when the other side had no credit for it. */
  take(): boolean
}

/**
 * Makes an intake for the same number of credits as the other side's {@link Outbox}.
 *
 * Credit is given back in portions of half a window, and through `defer`: a flood then never holds
 * more than one window of messages in one turn of the event loop.
 */
export function createIntake(options: {
  readonly credits: number
  readonly grant: (credits: number) => void
  readonly defer: (run: () => void) => void
}): Intake {
  const portion = Math.max(1, Math.floor(options.credits / 2))
  let taken = 0
  const giveBack = (): void => {
    const granted = taken
    taken = 0
    options.grant(granted)
  }
  return {
    take() {
      taken += 1
      if (taken === portion) options.defer(giveBack)
      return taken <= options.credits
    },
  }
}
