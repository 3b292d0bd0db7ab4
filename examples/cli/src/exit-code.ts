/** What the program ends with; see {@link exitCodeOf}. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  data: 3,
  fault: 70,
  cancelled: 130,
} as const

/** What each exit code means, for the help. */
export const exitCodeWords: readonly (readonly [code: number, meaning: string])[] = [
  [exitCodes.done, 'done'],
  [exitCodes.refused, 'an event was refused; nothing changed'],
  [exitCodes.usage, 'the call or its input is wrong; nothing changed'],
  [exitCodes.data, 'the database or its disk has a problem'],
  [exitCodes.fault, 'a fault in the program itself'],
  [exitCodes.cancelled, 'you left the questions'],
]

const dataProblems = new Set([
  'database-busy',
  'database-corrupt',
  'database-failed',
  'database-foreign',
  'database-newer',
  'database-not-writable',
  'db-not-writable',
  'disk-failed',
  'disk-full',
  'file-not-a-database',
  'lifecycle-failed',
  'snapshot-unreadable',
  'store-failed',
  'store-contended',
  'write-refused',
])

/** The exit code for an error, by its code. */
export function exitCodeOf(code: string): number {
  if (code === 'event-refused') return exitCodes.refused
  if (code === 'cancelled') return exitCodes.cancelled
  return dataProblems.has(code) ? exitCodes.data : exitCodes.usage
}
