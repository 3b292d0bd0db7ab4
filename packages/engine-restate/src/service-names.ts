import { restateError } from './error-table.ts'

/** What the services of one namespace are called in Restate. */
export interface ServiceNames {
  /** The virtual object of applications, keyed by application id. */
  readonly application: string
  /** The virtual object of deliveries, keyed by the key of the effect. */
  readonly delivery: string
}

/** The namespace when none is given. */
export const defaultNamespace = 'afterview'

/** The names within a namespace. Throws `namespace-malformed`. */
export function serviceNames(namespace: string): ServiceNames {
  if (!/^[a-zA-Z][\w-]{0,59}$/.test(namespace)) {
    throw restateError('namespace-malformed', { namespace })
  }
  return { application: `${namespace}.application`, delivery: `${namespace}.delivery` }
}
