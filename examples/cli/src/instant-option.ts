import { isAfterviewError, parseInstant } from '@afterview/time'
import type { Call } from './command.ts'
import { usageError } from './usage.ts'

/** An option that holds an instant, as a field of its name; nothing where it was not given. */
export function instantOption<Name extends string>(
  call: Call,
  name: Name,
): { readonly [Key in Name]?: string } {
  const text = call.text(name)
  return text === undefined ? {} : fieldOf(name, requireInstant(name, text))
}

/** Reads the text of an option as an instant. */
export function requireInstant(name: string, text: string): string {
  try {
    return parseInstant(text)
  } catch (cause) {
    if (!isAfterviewError(cause)) throw cause
    throw usageError(
      `--${name} ${text}: ${cause.message}`,
      'write it like 2026-11-25T15:30:00+01:00',
    )
  }
}

function fieldOf<Name extends string>(
  name: Name,
  value: string,
): { readonly [Key in Name]?: string } {
  return { [name]: value } as { readonly [Key in Name]?: string }
}
