import { AfterviewError } from '@afterview/time'
import type { ReportSink } from './realm-server.ts'

/**
 * Prepares a Web Worker for the code of a plugin: what it throws outside calls is reported and
 * survived, what it prints becomes log lines, and it can neither close the worker nor post behind
 * the back of the API. The refusals keep a plugin from an accident, not from a purpose.
 */
export function installWebGuards(sink: ReportSink): void {
  self.addEventListener('error', (event) => {
    event.preventDefault()
    sink.reportError(event.error ?? new Error(event.message))
  })
  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    sink.reportError(event.reason)
  })
  redirectConsole(sink)
  refuse('close', 'leave the end of the worker to the application')
  refuse('postMessage', 'use the plugin API that `activate` is given')
}

function redirectConsole(sink: ReportSink): void {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => ({
    configurable: true,
    value: (...values: readonly unknown[]) => sink.log(level, values.map(inText).join(' ')),
  })
  Object.defineProperties(console, {
    debug: say('debug'),
    trace: say('debug'),
    log: say('info'),
    info: say('info'),
    dir: say('info'),
    table: say('info'),
    warn: say('warn'),
    error: say('error'),
  })
}

function inText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? value.message
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}

function refuse(name: 'close' | 'postMessage', fix: string): void {
  Object.defineProperty(self, name, {
    configurable: true,
    value: () => {
      throw new AfterviewError('worker-call-refused', {
        happened: `A plugin called ${name} of its worker`,
        fix,
        details: { name },
      })
    },
  })
}
