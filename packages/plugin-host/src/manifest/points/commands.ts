import type { JsonObject } from '../../json-value.ts'
import { pointerTo } from '../json-text.ts'
import { checkPrefix, checkSchema, checkWhen } from './checks.ts'
import {
  type ContributionPoint,
  embeddedSchema,
  idSchema,
  itemSchema,
  textSchema,
  whenSchema,
} from './point.ts'

/** A command that a person or a program can run. */
export interface CommandContribution {
  /** Begins with the plugin's name and a dot. */
  readonly command: string
  readonly title: string
  readonly category?: string
  /** The command runs only while this holds, however it is called. */
  readonly enablement?: string
  /** JSON Schema of the one argument. Absent: no argument is taken. */
  readonly args?: JsonObject | boolean
}

/** `contributes.commands` */
export const commands: ContributionPoint<CommandContribution> = {
  name: 'commands',
  description: 'Commands that a person or a program can run',
  layout: 'list',
  handler: 'command',
  schema: itemSchema(['command', 'title'], {
    command: idSchema('Id, beginning with the name of the plugin and a dot'),
    title: textSchema('What a person reads'),
    category: textSchema('Group of the title, such as the name of the plugin'),
    enablement: { ...whenSchema, description: 'The command runs only while this holds' },
    args: embeddedSchema('JSON Schema of the one argument; absent means that none is taken'),
  }),
  example: {
    command: 'acme-nudges.draft',
    title: 'Draft a nudge',
    enablement: "stage == 'waiting'",
    args: { type: 'object', properties: { tone: { enum: ['warm', 'brief'] } } },
  },
  idOf: (item) => item.command,
  check: (item, at, scope) => [
    ...checkPrefix(item.command, at, 'command', scope),
    ...checkWhen(item.enablement, at, 'enablement'),
    ...checkSchema(item.args, pointerTo(at.pointer, 'args')),
  ],
}
