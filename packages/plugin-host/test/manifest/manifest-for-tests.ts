import {
  createManifestReader,
  type HostSurface,
  type ReadManifest,
  type ReadManifestOptions,
} from '@afterview/plugin-host'

/** A small vocabulary. */
export const surface: HostSurface = {
  apiVersion: '1.2.0',
  states: ['waiting', 'offer'],
  events: ['offer.extended', 'thankYou.sent', 'interview.ended'],
  letterKinds: ['thank-you', 'check-in'],
  policyKeys: ['checkIn.wait'],
  snapshotFields: ['stage', 'appliedAt'],
  coreEffects: ['stage.announce', 'person.notify'],
  proposableEffects: { draftMessage: { type: 'object' }, scheduleReminder: { type: 'object' } },
  commands: ['application.open'],
  menus: [{ id: 'application' }, { id: 'agenda', proposal: 'agendaMenu' }],
  viewPlaces: [{ id: 'sidebar' }],
  proposals: [
    { name: 'agendaMenu', expires: '2026-12-31' },
    { name: 'old', expires: '2026-01-31' },
  ],
}

const base = {
  name: 'acme-nudges',
  publisher: 'acme',
  version: '1.2.0',
  engines: { afterview: '^1.0.0' },
  main: './dist/node.js',
}

const reader = createManifestReader(surface)

/** Reads a sound manifest with these changes; `undefined` takes a field away. */
export function readWith(
  changes: Readonly<Record<string, unknown>>,
  options?: ReadManifestOptions,
): ReadManifest {
  return reader.read({ ...base, ...changes }, options)
}

/** Reads any input. */
export function readAny(input: unknown): ReadManifest {
  return reader.read(input)
}

/** `severity code pointer` of each finding. */
export function codes(read: ReadManifest): readonly string[] {
  return read.diagnostics.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)
}
