import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { dictionaries } from './pack-dictionary.ts'

/**
 * A text as two columns keep it: as it is, or packed, and then the text is empty. What is packed
 * takes about a tenth of the room, so that an event writes fewer pages and more lifecycles stay in
 * memory.
 */
export interface TextColumns {
  readonly text: string
  /** The number of the dictionary in one byte, then the text as raw DEFLATE. */
  readonly packed: Uint8Array | null
}

/** Packs a text, unless it is so short that it would not be worth the time. */
export function packText(text: string): TextColumns {
  if (text.length < leastLength) return { text, packed: null }
  const deflated = deflateRawSync(text, { ...settings, dictionary: dictionaryOf(present) })
  const packed = new Uint8Array(deflated.length + 1)
  packed[0] = present
  packed.set(deflated, 1)
  return { text: '', packed }
}

/** The text of two columns. Throws where it cannot be unpacked. */
export function unpackText({ text, packed }: TextColumns): string {
  if (packed === null) return text
  const dictionary = dictionaryOf(packed[0] ?? 0)
  return inflateRawSync(packed.subarray(1), { ...settings, dictionary }).toString()
}

/** The dictionary that is packed with. */
const present = 1

/** Entries of ordinary events are shorter. */
const leastLength = 256

/** Measured: higher levels cost more time than they save room. 16 KiB hold the dictionary and a snapshot. */
const settings = { level: 2, windowBits: 14, memLevel: 6, chunkSize: 8192 } as const

const read = new Map<number, Buffer>()

function dictionaryOf(number: number): Buffer {
  const known = read.get(number)
  if (known !== undefined) return known
  const text = dictionaries[number]
  if (text === undefined) throw new RangeError(`there is no dictionary ${number}`)
  const dictionary = Buffer.from(text)
  read.set(number, dictionary)
  return dictionary
}
