import { type Finder, createLinearFinder } from './regex-program.ts'
import { type RegexNode, type RepeatNode, readPattern } from './regex-syntax.ts'

/** Longest pattern, and longest text that one is tried on. */
export const LONGEST_REGEX = 1024

/** Most steps that a pattern may unfold to: `(ab){3}` is six. */
export const LONGEST_PROGRAM = 4096

/** A regular expression that cannot hang the host. */
export interface SafeRegex {
  /** `/pattern/flags`, without the flags `g` and `y`, which have no meaning here. */
  readonly text: string
  /** Whether it is found in the text. A text of more than 1,024 characters never matches. */
  test(text: string): boolean
}

/** The regex, or what is wrong with it. */
export type ParsedRegex =
  | { readonly ok: true; readonly regex: SafeRegex }
  | { readonly ok: false; readonly message: string }

/**
 * Reads `/pattern/flags`.
 *
 * A pattern that can only ever take few steps is run by the platform. Every other one is matched in
 * linear time, so nested quantifiers such as `(a+)+` are harmless. What needs backtracking and could
 * blow up, a lookaround or a back reference beside more than one quantifier, is refused.
 */
export function parseRegex(literal: string): ParsedRegex {
  const close = literal.lastIndexOf('/')
  const pattern = literal.slice(1, close)
  const flags = literal.slice(close + 1).replaceAll(/[gy]/g, '')
  if (pattern.length > LONGEST_REGEX) {
    return refuse(`has ${pattern.length} characters; at most ${LONGEST_REGEX} are allowed`)
  }
  const native = compileNative(pattern, flags)
  if (native === undefined) return refuse(`${literal} is not valid`)
  const finder = chooseFinder(readPattern(pattern, flags.includes('u')), native)
  if (finder === undefined) return refuse(tooCostly(literal))
  return { ok: true, regex: capped(`/${pattern}/${flags}`, finder) }
}

function refuse(reason: string): ParsedRegex {
  return { ok: false, message: `The regex ${reason}` }
}

function tooCostly(literal: string): string {
  return `${literal} may take too long: with lookaround or back references at most one quantifier is allowed, and a pattern may unfold to at most ${LONGEST_PROGRAM} steps`
}

function compileNative(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return undefined
  }
}

function capped(text: string, finder: Finder): SafeRegex {
  return { text, test: (value) => value.length <= LONGEST_REGEX && finder(value) }
}

function chooseFinder(node: RegexNode, native: RegExp): Finder | undefined {
  const { steps, repeats, branches, isBeyond } = measure(node)
  if (steps > LONGEST_PROGRAM) return undefined
  if (repeats <= 1 && branches <= 4) return (text) => native.test(text)
  return isBeyond ? undefined : createLinearFinder(node, native.flags)
}

/** What a pattern may cost. */
interface Measure {
  /** Characters and assertions, repeats written out. */
  readonly steps: number
  /** Quantifiers between which a backtracking matcher could choose. */
  readonly repeats: number
  /** Alternatives beyond the first. */
  readonly branches: number
  readonly isBeyond: boolean
}

const ONE_STEP: Measure = { steps: 1, repeats: 0, branches: 0, isBeyond: false }

function measure(node: RegexNode): Measure {
  switch (node.type) {
    case 'empty':
    case 'atom':
    case 'assertion':
      return ONE_STEP
    case 'beyond':
      return { ...ONE_STEP, isBeyond: true }
    case 'sequence':
      return node.nodes.map(measure).reduce(add)
    case 'choice': {
      const whole = node.nodes.map(measure).reduce(add)
      return { ...whole, branches: whole.branches + node.nodes.length - 1 }
    }
    case 'repeat':
      return measureRepeat(node)
  }
}

/** Choices inside a repeat multiply; that counts as more than one repeat, which is never cheap. */
function measureRepeat({ node, min, max }: RepeatNode): Measure {
  const inner = measure(node)
  const times = max === Infinity ? min + 1 : max
  const isPlain = inner.repeats === 0 && inner.branches === 0
  const own = isPlain ? Number(min !== max) : 2
  return { ...inner, steps: inner.steps * Math.max(1, times), repeats: inner.repeats + own }
}

function add(left: Measure, right: Measure): Measure {
  return {
    steps: left.steps + right.steps,
    repeats: left.repeats + right.repeats,
    branches: left.branches + right.branches,
    isBeyond: left.isBeyond || right.isBeyond,
  }
}

/** Whether a pattern is valid and a backtracking matcher can take only few steps on it. */
export function isCheapPattern(pattern: string, flags: string): boolean {
  if (pattern.length > LONGEST_REGEX || compileNative(pattern, flags) === undefined) return false
  const { steps, repeats, branches } = measure(readPattern(pattern, flags.includes('u')))
  return steps <= LONGEST_PROGRAM && repeats <= 2 && branches <= 16
}
