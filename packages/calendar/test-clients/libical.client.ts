import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectedEvents, printedEvents } from './client-reading.ts'
import { exactDocuments, messages, storedDocuments, todoDocuments } from './documents.ts'
import { isInstalled, run } from './requirement.ts'

const isMissing = !isInstalled({
  name: 'libical, with a C compiler',
  packages: ['libical-dev', 'pkg-config', 'gcc', 'libc6-dev'],
  probe: ['sh', '-c', 'pkg-config --exists libical && gcc --version'],
})

const folder = mkdtempSync(join(tmpdir(), 'afterview-libical-'))
const reader = join(folder, 'read_events')

beforeAll(() => {
  if (isMissing) return
  const flags = run('pkg-config', ['--cflags', '--libs', 'libical'], '').trim().split(/\s+/)
  run('gcc', ['-O1', '-o', reader, join(import.meta.dirname, 'read_events.c'), ...flags], '')
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('libical, which GNOME and KDE read with', () => {
  // Left out only where libical and gcc are not installed; `verify` requires them.
  it.skipIf(isMissing).each([...storedDocuments, ...exactDocuments, ...messages, ...todoDocuments])(
    'reads %s as it was written, without an error and within its restrictions',
    (_, text) => {
      expect(printedEvents(run(reader, [], text))).toEqual(expectedEvents(text))
    },
  )
})
