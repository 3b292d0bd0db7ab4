import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectedEvents, printedEvents } from './client-reading.ts'
import { exactDocuments, messages, storedDocuments } from './documents.ts'
import { isInstalled, run } from './requirement.ts'

/** Debian's own Python: its packages are not seen by another one that stands before it on the path. */
const python = '/usr/bin/python3'
const script = join(import.meta.dirname, 'read_events.py')

const documents = [...storedDocuments, ...messages]

/**
 * icalendar 4.0 takes an escaped backslash before an n, comma or semicolon for their escape, and
 * times in a known zone by its own zone data.
 */
const readers = [
  ['icalendar', ['python3-icalendar'], documents],
  ['vobject', ['python3-vobject', 'python3-dateutil'], [...documents, ...exactDocuments]],
] as const

describe.each(readers)('Python’s %s', (library, packages, given) => {
  const isMissing = !isInstalled({
    name: `Python’s ${library}`,
    packages,
    probe: [python, '-c', `import ${library}`],
  })

  // Left out only where the library is not installed; `verify` requires it.
  it.skipIf(isMissing).each(given)('reads %s as it was written', (_, text) => {
    const output = run(python, [script, library], text)
    expect(printedEvents(output)).toEqual(expectedEvents(text))
  })
})
