import type { ChannelLimits } from '../channel/channel-limits.ts'
import { readErrorData } from '../channel/error-frame.ts'
import { createRateLimit, cutLine } from '../channel/rate-limit.ts'
import type { Clock } from '../clock.ts'
import type { Disposable } from '../disposable.ts'
import type { LogLevel, RealmReport } from './runtime.ts'

/** Passes reports on within the log limits. What is too much is counted, and the count told within a second. */
export interface Reporter {
  report(report: RealmReport): void
  /** Tells at once what was held back so far. */
  flush(): void
}

/** How long a count of what was held back may wait. */
const NOTICE_MS = 1000

/** Makes a reporter in front of `pass`. */
export function createReporter(options: {
  readonly limits: Pick<ChannelLimits, 'logLineLength' | 'logLinesPerSecond'>
  readonly clock: Clock
  readonly pass: (report: RealmReport) => void
}): Reporter {
  const { limits, clock, pass } = options
  const lines = createRateLimit(limits.logLinesPerSecond, () => clock.now())
  const errors = createRateLimit(limits.logLinesPerSecond, () => clock.now())
  let notice: Disposable | undefined
  const flush = (): void => {
    notice?.dispose()
    notice = undefined
    passCount('log lines', lines.takeRefused(), pass)
    passCount('errors', errors.takeRefused(), pass)
  }
  return {
    flush,
    report(report) {
      const limit = report.type === 'log' ? lines : errors
      if (!limit.admit()) notice ??= clock.after(NOTICE_MS, flush)
      else if (report.type === 'error') pass(report)
      else pass(cut(report.level, report.text, limits.logLineLength))
    },
  }
}

function passCount(what: string, count: number, pass: (report: RealmReport) => void): void {
  if (count === 0) return
  pass({ type: 'log', level: 'warn', text: `${count} ${what} left out: too many at once` })
}

/** A plugin in JavaScript can log anything. */
function cut(level: LogLevel, text: unknown, length: number): RealmReport {
  return { type: 'log', level, text: cutLine(String(text), length) }
}

/** An error report that is small enough to cross. */
export function sized(report: RealmReport): RealmReport {
  return report.type === 'log' ? report : { type: 'error', error: readErrorData(report.error) }
}
