import type { RealmServer, ReportSink } from './realm-server.ts'

/**
 * The sink of a place with one or more plugins. With several, a report goes to the plugin whose
 * module stands in the stack, and to all of them when none does.
 */
export function createSharedSink(servers: ReadonlySet<RealmServer>): ReportSink {
  return {
    reportError(thrown) {
      for (const server of culprits(servers, () => stackOf(thrown))) server.reportError(thrown)
    },
    log(level, text) {
      for (const server of culprits(servers, () => stackOf(new Error('here')))) {
        server.log(level, text)
      }
    },
  }
}

function culprits(servers: ReadonlySet<RealmServer>, stack: () => string): Iterable<RealmServer> {
  if (servers.size < 2) return servers
  const frames = stack()
  const found = [...servers].filter(({ main }) => main !== undefined && frames.includes(main))
  return found.length === 0 ? servers : found
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? '') : ''
}
