import type { AgendaItem } from '@afterview/core'
import { type Finding, finding } from './problem.ts'

/** What the host says about an item beside what the item knows. */
export interface HostText {
  readonly url?: string
  readonly letter?: string
  readonly location?: string
}

/** Where the host is asked for it; `undefined` and `''` mean that there is nothing to say. */
export interface HostCallbacks {
  /** Where the host app shows an item; http(s) or mailto. */
  readonly url?: (item: AgendaItem) => string | undefined
  /** The text of the item's letter, where it is ready. */
  readonly letter?: (item: AgendaItem) => string | undefined
  /** Where it takes place: an address, a room, a meeting link. */
  readonly location?: (item: AgendaItem) => string | undefined
  /**
   * Stays the same for as long as no answer of the others can have changed: then only items that
   * changed are asked about. Default: every item is asked about for every document.
   */
  readonly hostVersion?: () => string | number
}

/** Asks the host about one item. A callback that fails costs its text, not the entry. */
export function askHost(
  item: AgendaItem,
  callbacks: HostCallbacks,
): { readonly host: HostText; readonly findings: readonly Finding[] } {
  if (!names.some((name) => callbacks[name] !== undefined)) return nothingSaid
  const host: { -readonly [Name in keyof HostText]: HostText[Name] } = {}
  const findings: Finding[] = []
  for (const name of names) {
    const answer = answerOf(name, item, callbacks[name])
    if (typeof answer === 'object') findings.push(answer)
    else if (answer !== undefined && answer !== '') host[name] = answer
  }
  return { host, findings }
}

const nothingSaid: ReturnType<typeof askHost> = { host: {}, findings: [] }

/**
 * What all answers of the host depend on, as text: the same where it says the same of the same
 * items. `undefined` where nobody knows.
 */
export function hostVersionOf(callbacks: HostCallbacks): string | undefined {
  if (callbacks.hostVersion === undefined) {
    return names.some((name) => callbacks[name] !== undefined) ? undefined : ''
  }
  try {
    const version: unknown = callbacks.hostVersion()
    const isVersion = typeof version === 'string' || Number.isFinite(version)
    return isVersion ? `${typeof version} ${String(version)}` : undefined
  } catch {
    // Whoever cannot tell is asked about everything.
    return undefined
  }
}

/** Whether the host says the same. */
export function isSameHost(a: HostText, b: HostText): boolean {
  return names.every((name) => a[name] === b[name])
}

const names = ['url', 'letter', 'location'] as const

function answerOf(
  name: string,
  item: AgendaItem,
  ask: ((item: AgendaItem) => unknown) | undefined,
): string | undefined | Finding {
  try {
    const answer = ask?.(item)
    if (answer === undefined || typeof answer === 'string') return answer
    return finding('callback-failed', `${name} answered ${typeof answer} instead of a text`)
  } catch (error) {
    return finding('callback-failed', `${name} threw ${String(error)}`)
  }
}
