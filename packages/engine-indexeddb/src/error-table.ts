import { AfterviewError, type ErrorFacts } from '@afterview/time'

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>

/** Every error of the browser's database: what happened, and the one action that mends it. */
const table = {
  'indexeddb-missing': (d: { name: string }): Facts => ({
    happened: `there is no IndexedDB here to keep "${d.name}" in`,
    fix: 'open the page in a browser that has it, or take memoryEngine() to keep nothing',
  }),
  'storage-refused': (d: { name: string; message: string }): Facts => ({
    happened: `the browser lets this page keep no data in "${d.name}": ${d.message}`,
    fix: 'leave the private window, allow the page to keep data, or take memoryEngine()',
  }),
  'storage-full': (d: { name: string }): Facts => ({
    happened: `the browser gives "${d.name}" no more room; nothing of this change was written`,
    fix: 'erase applications or free space on the disk, then send it again',
  }),
  'database-newer': (d: { name: string; schema: number }): Facts => ({
    happened: `"${d.name}" has a newer schema than ${d.schema}, which this version knows; it was left untouched`,
    fix: 'reload the page for its newer version',
  }),
  'database-blocked': (d: { name: string; timeout: number }): Facts => ({
    happened: `another tab has kept an older version of "${d.name}" open for ${d.timeout} ms`,
    fix: 'close the other tabs of this page, then load it again',
  }),
  'database-superseded': (d: { name: string }): Facts => ({
    happened: `another tab has brought "${d.name}" to a newer schema, or deletes it`,
    fix: 'reload the page',
  }),
  'database-lost': (d: { name: string }): Facts => ({
    happened: `the browser has closed "${d.name}", as it does when the data of the page is cleared`,
    fix: 'reload the page',
  }),
  'database-closed': (d: { name: string }): Facts => ({
    happened: `"${d.name}" was closed with its engine`,
    fix: 'make a new engine, or dispose later',
  }),
  'database-failed': (d: { name: string; message: string }): Facts => ({
    happened: `IndexedDB failed on "${d.name}": ${d.message}`,
    fix: 'look at the cause, and send it again',
  }),
  'name-malformed': (d: { name: unknown }): Facts => ({
    happened: `the name of the database is ${JSON.stringify(d.name)}`,
    fix: 'give a text of 1 to 200 characters',
  }),
  'saved-data-malformed': (d: { path: string; problem: string }): Facts => ({
    happened: `the saved data cannot be read at ${d.path}: ${d.problem}; nothing was imported`,
    fix: 'give a file that exportToJson() made, unchanged',
  }),
  'saved-data-newer': (d: { version: unknown; known: number }): Facts => ({
    happened: `the saved data has format version ${String(d.version)}, this version knows ${d.known}; nothing was imported`,
    fix: 'update @afterview/engine-indexeddb, or reload the page for its newer version',
  }),
  'saved-data-conflicts': (d: { applicationIds: readonly string[] }): Facts => ({
    happened: `${d.applicationIds.length} of the saved applications are here already, such as "${d.applicationIds[0]}"; nothing was imported`,
    fix: "say whether to 'keep' or to 'replace' what is here",
  }),
} as const

type Table = typeof table

/** Codes of the errors of this package. */
export type IndexedDbErrorCode = keyof Table

/** The error of `code` with its values, ready to be thrown. */
export function indexedDbError<Code extends IndexedDbErrorCode>(
  code: Code,
  details: Parameters<Table[Code]>[0],
  cause?: unknown,
): AfterviewError {
  const describe = table[code] as (details: Parameters<Table[Code]>[0]) => Facts
  return new AfterviewError(code, { ...describe(details), details, cause })
}
