import { AfterviewError } from '@afterview/time'
import { syncBuiltinESMExports } from 'node:module'
import { formatWithOptions } from 'node:util'
import type { ReportSink } from './realm-server.ts'
import type { LogLevel } from './runtime.ts'

/** Signals that a plugin may send: none, or only such as end its own process. */
export type SignalRule = 'none' | 'own-process'

/**
 * Prepares the realm of a thread or process for the code of a plugin: what it throws outside calls
 * is reported and survived, what it prints becomes log lines, and signals to others are refused.
 * The refusal keeps a plugin from an accident, not from a purpose.
 */
export function installGuards(sink: ReportSink, signals: SignalRule): void {
  process.on('uncaughtException', (error) => sink.reportError(error))
  process.on('unhandledRejection', (reason) => sink.reportError(reason))
  redirectConsole(sink)
  redirectStream(process.stdout, (text) => sink.log('info', text))
  redirectStream(process.stderr, (text) => sink.log('warn', text))
  refuseSignals(signals)
  syncBuiltinESMExports()
}

const consoleLevels = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
  trace: 'debug',
  dir: 'info',
  table: 'info',
} as const satisfies Partial<Record<keyof Console, LogLevel>>

function redirectConsole(sink: ReportSink): void {
  for (const [name, level] of Object.entries(consoleLevels)) {
    Object.defineProperty(console, name, {
      configurable: true,
      value: (...values: readonly unknown[]) =>
        sink.log(level, formatWithOptions({ colors: false, breakLength: 100 }, ...values)),
    })
  }
}

function redirectStream(stream: NodeJS.WriteStream, log: (text: string) => void): void {
  const write = (chunk: unknown, ...rest: readonly unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString()
    if (text !== '') log(text.replace(/\n$/, ''))
    const done = rest.at(-1)
    if (typeof done === 'function') queueMicrotask(() => done())
    return true
  }
  stream.write = write
}

function refuseSignals(signals: SignalRule): void {
  const kill = process.kill.bind(process)
  process.kill = (pid, signal) => {
    if (signals === 'own-process' && pid === process.pid) return kill(pid, signal)
    throw new AfterviewError('signal-refused', {
      happened: `A plugin sent ${String(signal ?? 'SIGTERM')} to process ${String(pid)}`,
      fix: 'leave processes to the application',
      details: { pid, signal: signal ?? 'SIGTERM' },
    })
  }
}
