/**
 * One end of a line that carries messages to another thread, process or page.
 * Messages arrive in order and at most once; what cannot be delivered is lost without a word.
 */
export interface RawPort {
  /** Hands one message over. Throws when the value cannot be cloned or the line is gone. */
  post(message: unknown): void
  /** Sets the one listener. Messages that came before it are kept for it. */
  on(listener: (message: unknown) => void): void
  /** Ends the line. Closing twice does nothing. */
  close(): void
}
