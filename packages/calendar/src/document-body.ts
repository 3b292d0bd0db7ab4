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

/** Cuts entries into blocks; gives the same block for the same entries as long as they are alive. */
export type BodyCutter = (sorted: readonly WrittenEntry[]) => DocumentBody

/**
 * Creates the cutter of one calendar. Where a block ends follows from the entries around, not from
 * their place, so that an entry that comes or goes changes one block and not all that follow.
 */
export function createBodyCutter(): BodyCutter {
  const known = new WeakMap<WrittenEntry, Block>()
  const bytesOf = createEntryBytes()

  function blockOf(entries: readonly WrittenEntry[]): Block {
    const [first] = entries
    const before = first === undefined ? undefined : known.get(first)
    if (before !== undefined && isSameList(before.entries, entries)) return before
    const block = createBlock(entries, bytesOf)
    if (first !== undefined) known.set(first, block)
    return block
  }

  return (sorted) => {
    const blocks: Block[] = []
    let start = 0
    for (let end = 1; end <= sorted.length; end++) {
      const isFull = sorted[end - 1]?.isBlockEnd === true || end - start === mostInBlock
      if (!isFull && end < sorted.length) continue
      blocks.push(blockOf(sorted.slice(start, end)))
      start = end
    }
    return blocks
  }
}

const mostInBlock = 128

type EntryBytes = (entry: WrittenEntry) => Uint8Array

/** Encodes each entry once. */
function createEntryBytes(): EntryBytes {
  const encoder = new TextEncoder()
  const known = new WeakMap<WrittenEntry, Uint8Array>()
  return (entry) => {
    const bytes = known.get(entry) ?? encoder.encode(entry.text)
    known.set(entry, bytes)
    return bytes
  }
}

function createBlock(entries: readonly WrittenEntry[], bytesOf: EntryBytes): Block {
  let text: string | undefined
  let bytes: Uint8Array | undefined
  return {
    entries,
    text: () => (text ??= entries.map((entry) => entry.text).join('')),
    bytes: () => (bytes ??= joinedBytes(entries.map(bytesOf))),
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
