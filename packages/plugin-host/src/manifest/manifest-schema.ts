import type { JsonObject, JsonValue } from '../json-value.ts'
import { allPoints, layoutSchema, pointNames } from './points/all-points.ts'

const texts: JsonObject = { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 } }

function listOf(description: string): JsonObject {
  return { ...texts, description }
}

function objectOf(
  description: string,
  properties: { readonly [name: string]: JsonValue },
  required: readonly string[] = [],
): JsonObject {
  return { type: 'object', description, required, properties, additionalProperties: false }
}

const capabilities = objectOf('What the plugin may do; what is absent is denied', {
  candidate: objectOf('The person’s applications', {
    read: listOf('Paths of the snapshot that the plugin sees, such as `stage`'),
    effects: listOf('Types of the effects that it may propose'),
  }),
  network: objectOf(
    'Network access',
    {
      allowedDomains: listOf('Origins such as `https://api.acme.example`'),
      reasoning: { type: 'string', description: 'Why, for the person to read' },
    },
    ['allowedDomains'],
  ),
  storage: { type: 'boolean', description: 'A small store of its own' },
  secrets: { type: 'boolean', description: 'A store for keys and passwords of its own' },
  commands: listOf('Commands of others that it may execute'),
})

const isolation = objectOf('Where the plugin can run', {
  supports: {
    type: 'array',
    minItems: 1,
    items: { enum: ['inline', 'worker', 'child', 'webworker'] },
    description: 'Tiers; absent means every one for which it has code',
  },
  affinity: { type: 'string', description: 'Plugins that name the same group may share one place' },
  activationTimeoutMs: { type: 'integer', minimum: 1, maximum: 600_000 },
})

/** Fields of the manifest beside `contributes`. */
const fields: { readonly [name: string]: JsonValue } = {
  name: {
    type: 'string',
    pattern: '^[a-z0-9][a-z0-9-]{0,79}$',
    description: 'Lower-case letters, digits and dashes; ids of contributions begin with it',
  },
  publisher: {
    type: 'string',
    pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,79}$',
    description: 'Who publishes it; `publisher.name` is the id of the plugin',
  },
  version: { type: 'string', description: 'Semantic version' },
  displayName: { type: 'string', description: 'Name for people, or `%key%`' },
  description: { type: 'string', description: 'One sentence for people, or `%key%`' },
  engines: {
    type: 'object',
    required: ['afterview'],
    properties: {
      afterview: {
        type: 'string',
        minLength: 1,
        description: 'Range of versions of the plugin API, such as `^1.0.0`',
      },
    },
    description: 'What the plugin was made for',
  },
  main: { type: 'string', minLength: 1, description: 'ES module for Node, a single file' },
  browser: { type: 'string', minLength: 1, description: 'ES module for browsers, a single file' },
  activationEvents: listOf('When the code is loaded, beside what follows from the contributions'),
  extensionDependencies: listOf('Ids of plugins that must be active before'),
  requires: listOf('Tokens that must be provided, such as `acme.calendar@^1`'),
  optional: listOf('Tokens that are used when somebody provides them'),
  provides: listOf('Tokens that the plugin provides, such as `acme.calendar@1.2.0`'),
  capabilities,
  isolation,
  enabledApiProposals: listOf('Proposed API that the plugin opts into'),
}

/** Schema of everything but the items of contributions, which are checked one by one. */
export const baseSchema: JsonObject = {
  type: 'object',
  required: ['name', 'publisher', 'version', 'engines'],
  properties: {
    ...fields,
    contributes: { type: 'object', description: 'What the plugin adds' },
  },
}

/** The whole manifest as one JSON Schema, for editors. */
export function createManifestSchema(): JsonObject {
  const points = pointNames.map((name) => [name, layoutSchema(allPoints[name])] as const)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Manifest of an Afterview plugin',
    description: 'The package.json of a plugin',
    ...baseSchema,
    properties: {
      ...fields,
      contributes: {
        type: 'object',
        description: 'What the plugin adds',
        properties: Object.fromEntries(points),
      },
    },
  }
}
