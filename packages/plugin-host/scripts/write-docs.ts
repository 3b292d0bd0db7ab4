import { createManifestSchema } from '@afterview/plugin-host'
import { writeFile } from 'node:fs/promises'
import { contributionDocs, diagnosticDocs } from './manifest-docs.ts'

/** Writes what is made from the descriptors: the schema for editors, and two pages. */
const root = new URL('..', import.meta.url)
const schema = `${JSON.stringify(createManifestSchema(), null, 2)}\n`
await writeFile(new URL('schema/plugin.schema.json', root), schema)
await writeFile(new URL('docs/contribution-points.md', root), contributionDocs())
await writeFile(new URL('docs/diagnostics.md', root), diagnosticDocs())
