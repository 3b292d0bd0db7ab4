import type { RegexNode, RepeatNode } from './regex-syntax.ts'

/** One step of a program. `next` and `other` are positions of steps. */
type Step =
  | { readonly op: 'match' }
  | { readonly op: 'atom'; readonly accepts: (character: string) => boolean; next: number }
  | { readonly op: 'assertion'; readonly source: '^' | '$' | '\\b' | '\\B'; next: number }
  | { readonly op: 'split'; next: number; other: number }
  | JumpStep

interface JumpStep {
  readonly op: 'jump'
  next: number
}

/** Answers whether a pattern is found in a text. */
export type Finder = (text: string) => boolean

/**
 * A finder that takes time proportional to the length of the text times the size of the pattern,
 * whatever the two are: all ways through the pattern are followed at once (Thompson, 1968).
 * The pattern must not look beyond the present character.
 */
export function createLinearFinder(node: RegexNode, flags: string): Finder {
  const steps: Step[] = []
  append(steps, node, { flags, acceptors: new Map() })
  steps.push({ op: 'match' })
  return (text) => find(steps, text, flags)
}

interface Build {
  readonly flags: string
  readonly acceptors: Map<string, (character: string) => boolean>
}

function append(steps: Step[], node: RegexNode, build: Build): void {
  switch (node.type) {
    case 'empty':
      break
    case 'beyond':
      throw new RangeError(`${node.source} cannot be matched in linear time`)
    case 'atom':
      steps.push({ op: 'atom', accepts: acceptorOf(node.source, build), next: steps.length + 1 })
      break
    case 'assertion':
      steps.push({ op: 'assertion', source: node.source, next: steps.length + 1 })
      break
    case 'sequence':
      for (const part of node.nodes) append(steps, part, build)
      break
    case 'choice':
      appendChoice(steps, node.nodes, build)
      break
    case 'repeat':
      appendRepeat(steps, node, build)
      break
  }
}

function appendChoice(steps: Step[], nodes: readonly RegexNode[], build: Build): void {
  const jumps: JumpStep[] = []
  for (const node of nodes.slice(0, -1)) {
    const jump: JumpStep = { op: 'jump', next: 0 }
    appendOptionally(steps, () => {
      append(steps, node, build)
      steps.push(jump)
    })
    jumps.push(jump)
  }
  for (const last of nodes.slice(-1)) append(steps, last, build)
  for (const jump of jumps) jump.next = steps.length
}

function appendRepeat(steps: Step[], repeat: RepeatNode, build: Build): void {
  for (let count = 0; count < repeat.min; count += 1) append(steps, repeat.node, build)
  if (repeat.max === Infinity) {
    appendLoop(steps, repeat.node, build)
    return
  }
  for (let count = repeat.min; count < repeat.max; count += 1) {
    appendOptionally(steps, () => append(steps, repeat.node, build))
  }
}

function appendLoop(steps: Step[], node: RegexNode, build: Build): void {
  const start = steps.length
  appendOptionally(steps, () => {
    append(steps, node, build)
    steps.push({ op: 'jump', next: start })
  })
}

/** A fork: into what `build` appends, or past it. */
function appendOptionally(steps: Step[], build: () => void): void {
  const split: Step = { op: 'split', next: steps.length + 1, other: 0 }
  steps.push(split)
  build()
  split.other = steps.length
}

/** What one character must be is asked of the platform, so that case and classes mean exactly the same. */
function acceptorOf(source: string, build: Build): (character: string) => boolean {
  const known = build.acceptors.get(source)
  if (known !== undefined) return known
  const regex = new RegExp(`^(?:${source})$`, build.flags.replace('m', ''))
  const answers = new Map<string, boolean>()
  const accepts = (character: string): boolean => {
    const answer = answers.get(character) ?? regex.test(character)
    answers.set(character, answer)
    return answer
  }
  build.acceptors.set(source, accepts)
  return accepts
}

function find(steps: readonly Step[], text: string, flags: string): boolean {
  const characters = flags.includes('u') ? Array.from(text) : text.split('')
  const scan: Scan = { steps, characters, isMultiline: flags.includes('m'), flags }
  let current = new Set<number>()
  for (let at = 0; at <= characters.length; at += 1) {
    if (enter(scan, 0, at, current)) return true
    const next = new Set<number>()
    const character = characters[at]
    if (character === undefined) return false
    if (advance(scan, current, character, at + 1, next)) return true
    current = next
  }
  return false
}

interface Scan {
  readonly steps: readonly Step[]
  readonly characters: readonly string[]
  readonly isMultiline: boolean
  readonly flags: string
}

function advance(
  scan: Scan,
  current: ReadonlySet<number>,
  character: string,
  at: number,
  next: Set<number>,
): boolean {
  for (const position of current) {
    const step = scan.steps[position]
    if (step?.op === 'atom' && step.accepts(character) && enter(scan, step.next, at, next))
      return true
  }
  return false
}

/** Adds a step and all that follow it without taking a character. Tells whether the match is reached. */
function enter(scan: Scan, from: number, at: number, into: Set<number>): boolean {
  const pending = [from]
  for (let position = pending.pop(); position !== undefined; position = pending.pop()) {
    if (into.has(position)) continue
    into.add(position)
    const step = scan.steps[position]
    if (step === undefined || step.op === 'match') return true
    if (step.op === 'split') pending.push(step.other, step.next)
    if (step.op === 'jump') pending.push(step.next)
    if (step.op === 'assertion' && holds(scan, step.source, at)) pending.push(step.next)
  }
  return false
}

function holds(scan: Scan, assertion: '^' | '$' | '\\b' | '\\B', at: number): boolean {
  const before = scan.characters[at - 1]
  const after = scan.characters[at]
  switch (assertion) {
    case '^':
      return before === undefined || (scan.isMultiline && isLineEnd(before))
    case '$':
      return after === undefined || (scan.isMultiline && isLineEnd(after))
    case '\\b':
      return isWord(before, scan.flags) !== isWord(after, scan.flags)
    case '\\B':
      return isWord(before, scan.flags) === isWord(after, scan.flags)
  }
}

function isLineEnd(character: string): boolean {
  return /^[\n\r\u2028\u2029]$/.test(character)
}

/** With `iu`, two more letters fold to ASCII ones and count as words. */
function isWord(character: string | undefined, flags: string): boolean {
  if (character === undefined) return false
  if (/^\w$/.test(character)) return true
  return flags.includes('i') && flags.includes('u') && /^\w$/iu.test(character)
}
