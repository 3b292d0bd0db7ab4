/** What a channel lets pass. All of it can be configured, and both ends must agree. */
export interface ChannelLimits {
  /** Messages that one side may send before the other has taken some. */
  readonly credits: number
  /** Largest payload of one message, in bytes of its JSON text. */
  readonly messageBytes: number
  /** Messages that may wait for credits; the next one is refused with `channel-congested`. */
  readonly queuedMessages: number
  /** How long a call without its own timeout waits for its answer. */
  readonly callTimeoutMs: number
  /** Longest log line, in UTF-16 code units. */
  readonly logLineLength: number
  /** Log lines, and errors outside calls, that are let through in a second. */
  readonly logLinesPerSecond: number
}

/** The limits when nothing else is said. */
export const channelLimits: ChannelLimits = {
  credits: 256,
  messageBytes: 1024 * 1024,
  queuedMessages: 4096,
  callTimeoutMs: 60_000,
  logLineLength: 10_000,
  logLinesPerSecond: 100,
}
