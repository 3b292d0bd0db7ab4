import type { WrittenEntry } from './entry-cache.ts'

/** The sorted entries of a document, cut into blocks of which the unchanged ones are kept. */
export type DocumentBody = readonly Block[]

/** Some entries in a row. */
export interface Block {
  readonly entries: readonly WrittenEntry[]
  /** Made when it is first asked for, like `bytes`. */
  text(): string
  /** `text` in UTF-8. */
  bytes(): Uint8Array
}

/** Cuts sorted entries into blocks; those that the document before had too are the same objects. */
export type BodyCutter = (sorted: readonly WrittenEntry[]) => DocumentBody

/**
 * Creates the cutter of one calendar, which remembers the last document of at most `size`
 * characters. Where a block ends follows from the entry, not from its place, so that an entry that
 * comes or goes changes one block and not all that follow.
 */
export function createBodyCutter(size: number): BodyCutter {
  let last = new Map<WrittenEntry, Block>()

  function blockOf(entries: readonly WrittenEntry[]): Block {
    const [first] = entries
    const before = first === undefined ? undefined : last.get(first)
    return before !== undefined && isSameList(before.entries, entries)
      ? before
      : createBlock(entries)
  }

  return (sorted) => {
    const blocks = runsOf(sorted).map(blockOf)
    const characters = sorted.reduce((sum, { text }) => sum + text.length, 0)
    last = new Map(characters > size ? [] : blocks.flatMap(withFirst))
    return blocks
  }
}

/** The same blocks with another entry at a place of the document. */
export function withEntry(body: DocumentBody, index: number, entry: WrittenEntry): DocumentBody {
  let start = 0
  for (const [place, block] of body.entries()) {
    const { entries } = block
    if (index < start + entries.length) {
      return body.with(place, createBlock(entries.with(index - start, entry)))
    }
    start += entries.length
  }
  return body
}

function withFirst(block: Block): readonly [WrittenEntry, Block][] {
  const [first] = block.entries
  return first === undefined ? [] : [[first, block]]
}

const mostInBlock = 128

function runsOf(sorted: readonly WrittenEntry[]): readonly (readonly WrittenEntry[])[] {
  const runs: (readonly WrittenEntry[])[] = []
  let start = 0
  for (let end = 1; end <= sorted.length; end++) {
    const isFull = sorted[end - 1]?.isBlockEnd === true || end - start === mostInBlock
    if (!isFull && end < sorted.length) continue
    runs.push(sorted.slice(start, end))
    start = end
  }
  return runs
}

function createBlock(entries: readonly WrittenEntry[]): Block {
  let text: string | undefined
  let bytes: Uint8Array | undefined
  return {
    entries,
    text: () => (text ??= entries.map((entry) => entry.text).join('')),
    bytes: () => (bytes ??= joinedBytes(entries.map((entry) => entry.bytes()))),
  }
}

/** The parts in a row, in memory of their own. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

function isSameList(a: readonly WrittenEntry[], b: readonly WrittenEntry[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index])
}
