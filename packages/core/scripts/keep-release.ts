import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLifecycle, SCHEMA_VERSION } from '@afterview/core'
import { lifeOfEveryPlace, presentNames } from '../test/release.ts'

/**
 * Keeps the present schema for ever: run it once, when the schema is released. A file that is there
 * is never written again; new states of the same schema are added to it by hand.
 */
const file = join(import.meta.dirname, `../test/golden/schema-${SCHEMA_VERSION}.json`)

if (existsSync(file)) {
  process.stderr.write(`${file} is kept already\n`)
  process.exitCode = 1
} else {
  const lifecycle = createLifecycle()
  const release = { names: presentNames(lifecycle), lives: lifeOfEveryPlace(lifecycle) }
  writeFileSync(file, `${JSON.stringify(release, null, 1)}\n`)
}
