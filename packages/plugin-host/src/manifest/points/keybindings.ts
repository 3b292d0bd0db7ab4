import type { JsonValue } from '../../json-value.ts'
import { checkCommand, checkWhen } from './checks.ts'
import { type ContributionPoint, idSchema, itemSchema, whenSchema } from './point.ts'

/** Keys that run a command. */
export interface KeybindingContribution {
  readonly command: string
  /** Such as `ctrl+shift+n`, or two strokes with a space between. */
  readonly key: string
  /** Instead of `key` on macOS. */
  readonly mac?: string
  readonly when?: string
  readonly args?: JsonValue
}

const strokes = {
  type: 'string',
  maxLength: 60,
  pattern: "^[a-z0-9+\\-=,./;'`\\[\\]\\\\_ ]+$",
  description: 'Such as `ctrl+shift+n`; two strokes are divided by a space',
}

/** `contributes.keybindings` */
export const keybindings: ContributionPoint<KeybindingContribution> = {
  name: 'keybindings',
  description: 'Keys that run a command',
  layout: 'list',
  schema: itemSchema(['command', 'key'], {
    command: idSchema('Id of a declared command'),
    key: strokes,
    mac: strokes,
    when: whenSchema,
    args: { description: 'Argument that the command is called with' },
  }),
  example: { command: 'acme-nudges.draft', key: 'ctrl+shift+n', mac: 'cmd+shift+n' },
  check: (item, at, scope) => [
    ...checkCommand(item.command, at, scope),
    ...checkWhen(item.when, at, 'when'),
  ],
}
