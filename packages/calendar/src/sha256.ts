/**
 * SHA-256 of a text's UTF-8 bytes as 64 hexadecimal digits (FIPS 180-4). Written out here because
 * identifiers are needed synchronously and in browsers, where the platform's digest is a promise.
 * Meant for short texts such as ids and tokens.
 */
export function sha256(text: string): string {
  const words = paddedWords(encoder.encode(text))
  const state = Int32Array.from(initialState)
  const schedule = new Int32Array(64)
  for (let block = 0; block < words.length; block += 16) {
    extend(schedule, words, block)
    compress(state, schedule)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const encoder = new TextEncoder()

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = Int32Array.from(primes(64), (prime) => fractionBits(Math.cbrt(prime)))

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
const initialState = Int32Array.from(primes(8), (prime) => fractionBits(Math.sqrt(prime)))

function primes(count: number): readonly number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  }
  return found
}

function fractionBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000) | 0
}

/** The message, a one bit, zeros, and its length in bits, as big-endian words in blocks of 16. */
function paddedWords(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(((bytes.length + 8) >>> 6) * 16 + 16)
  for (let index = 0; index < bytes.length; index++) place(words, index, bytes[index] ?? 0)
  place(words, bytes.length, 0x80)
  words[words.length - 2] = Math.floor(bytes.length / 0x2000_0000)
  words[words.length - 1] = bytes.length << 3
  return words
}

function place(words: Int32Array, index: number, byte: number): void {
  words[index >>> 2] = (words[index >>> 2] ?? 0) | (byte << (24 - (index & 3) * 8))
}

function extend(schedule: Int32Array, words: Int32Array, block: number): void {
  schedule.set(words.subarray(block, block + 16))
  for (let i = 16; i < 64; i++) {
    const [early, late] = [schedule[i - 15] ?? 0, schedule[i - 2] ?? 0]
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[i] = (schedule[i - 16] ?? 0) + sigma0 + (schedule[i - 7] ?? 0) + sigma1
  }
}

function compress(state: Int32Array, schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const added = (roundConstants[i] ?? 0) + (schedule[i] ?? 0)
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + added) | 0
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const sums = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = (state[i] ?? 0) + (sums[i] ?? 0)
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
