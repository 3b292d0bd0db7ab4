import { createLifecycle, type StartInput } from '@afterview/core'
import { type Engine, type EngineHost, systemClock } from '@afterview/engine'
import { restateEngine, type RestateEngineOptions, servePort } from '@afterview/engine-restate'
import { type AfterviewError, instantFromMs } from '@afterview/time'
import { freePorts } from './restate-node.ts'
import type { ServerAddresses } from './restate-under-test.ts'

/** An installation of its own on a server, with the clock of the machine. */
export interface Installation {
  readonly namespace: string
  readonly problems: readonly AfterviewError[]
  /** Serves a release on a port of its own. */
  serve(release: string, host?: Partial<EngineHost>): Promise<Engine>
  /** An engine that serves nothing. */
  connect(options?: Partial<RestateEngineOptions>): Promise<Engine>
  close(): Promise<void>
}

let count = 0

/** A namespace in which nothing has happened. */
export function install(server: ServerAddresses): Installation {
  count += 1
  const namespace = `real-${process.pid}-${count}`
  const problems: AfterviewError[] = []
  const engines: Engine[] = []
  const open = async (
    options: Partial<RestateEngineOptions>,
    host: Partial<EngineHost> = {},
  ): Promise<Engine> => {
    const engine = await restateEngine({ ...server, namespace, ...options })({
      lifecycle: createLifecycle(),
      clock: systemClock(),
      report: (problem) => void problems.push(problem),
      ...host,
    })
    engines.push(engine)
    return engine
  }
  return {
    namespace,
    problems,
    async serve(release, host) {
      const [port = 0] = await freePorts(1)
      return open({ serve: servePort({ release, port }) }, host)
    },
    connect: (options = {}) => open(options),
    async close() {
      for (const engine of engines) await engine.dispose()
    },
  }
}

/** An interview that ends some ms from now, which is when the first timer is due. */
export function endingIn(ms: number, applicationId = 'acme-1'): StartInput {
  return {
    applicationId,
    candidate: { name: 'Alex Kim', email: 'alex@mail.example', zone: 'Europe/Amsterdam' },
    company: { name: 'Acme', country: 'NL' },
    role: 'Platform Engineer',
    round: {
      number: 1,
      medium: 'video',
      endsAt: instantFromMs(Date.now() + ms),
      interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' }],
    },
  }
}

/** Waits until something holds; half a minute at most. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const late = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > late) throw new Error('it has not come about in half a minute')
    await pause(20)
  }
}

/** Lets real time pass. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
