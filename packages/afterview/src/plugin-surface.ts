import {
  createLifecycle,
  eventTypes,
  type Effect,
  letterKinds,
  policyKeys,
  stages,
} from '@afterview/core'
import type { HostSurface, JsonObject, NamedPlace } from '@afterview/plugin-host'
import { applicationFields } from './application-view.ts'

/** Version of the plugin API that this version of Afterview offers: for `engines.afterview`. */
export const pluginApiVersion = '1.0.0'

/** The words that manifests may use: from the lifecycle, its letters, its policy and its places. */
export function pluginSurface(): HostSurface {
  return {
    apiVersion: pluginApiVersion,
    states: placeNames(),
    events: eventTypes,
    letterKinds,
    policyKeys,
    snapshotFields: [
      ...applicationFields,
      'now',
      'applications',
      ...applicationFields.map((field) => `applications.${field}`),
    ],
    coreEffects: Object.keys(coreEffects),
    proposableEffects,
    menus,
    viewPlaces,
  }
}

/** Every stage, and every state inside one as `waiting.quiet`. */
function placeNames(): readonly string[] {
  const { states } = createLifecycle().machine
  return stages.flatMap((stage) => [
    stage,
    ...Object.keys(states[stage]?.states ?? {}).map((within) => `${stage}.${within}`),
  ])
}

const coreEffects: Readonly<Record<Effect['type'], true>> = {
  'person.notify': true,
  'stage.announce': true,
  'application.close': true,
}

const text = { type: 'string', minLength: 1, maxLength: 2000 } satisfies JsonObject

const reason = { ...text, description: 'Why, as a person reads it' } satisfies JsonObject

/** What plugins may propose to the person. Nothing of it is done by itself. */
export const proposableEffects = {
  draftMessage: fields(['kind'], {
    kind: { enum: letterKinds },
    interviewer: text,
    tone: text,
    locale: text,
    reason,
  }),
  scheduleReminder: fields(['itemId', 'until'], {
    itemId: text,
    until: { type: 'object' },
    reason,
  }),
  proposeEvent: fields(['event'], {
    event: { type: 'object', required: ['type'], properties: { type: { enum: eventTypes } } },
    reason,
    confidence: { type: 'number', minimum: 0, maximum: 1 },
  }),
} satisfies Readonly<Record<string, JsonObject>>

function fields(required: readonly string[], properties: JsonObject): JsonObject {
  return {
    type: 'object',
    required,
    properties: { type: text, ...properties },
    additionalProperties: false,
  }
}

const menus: readonly NamedPlace[] = [
  { id: 'search', description: 'What can be done with all applications' },
  { id: 'application', description: 'What can be done with one application' },
  { id: 'agendaItem', description: 'What can be done with an item of the agenda' },
  { id: 'letter', description: 'What can be done with a draft' },
]

const viewPlaces: readonly NamedPlace[] = [
  { id: 'search', description: 'Beside the list of all applications' },
  { id: 'application', description: 'Beside one application' },
]
