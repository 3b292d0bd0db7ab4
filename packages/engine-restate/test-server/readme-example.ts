import { createLifecycle } from '@afterview/core'
import { type Engine, systemClock } from '@afterview/engine'
import { restateEngine, servePort } from '@afterview/engine-restate'

/** Where things are, as a deployment would say it. */
export interface Installation {
  readonly ingress: string
  readonly admin: string
  /** The id of the commit, or whatever names this code with its configuration. */
  readonly release: string
  readonly port: number
}

/** A process that takes events and serves the core to Restate. */
export function openEngine({ ingress, admin, release, port }: Installation): Promise<Engine> {
  return restateEngine({
    ingress,
    admin,
    serve: servePort({ release, port }),
    // What is due at nine in the morning comes within ten minutes, spread by the ids.
    spread: 10 * 60_000,
  })({
    lifecycle: createLifecycle(),
    clock: systemClock(),
    report: ({ message }) => process.stderr.write(`${message}\n`),
  })
}
