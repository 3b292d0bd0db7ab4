import { writeFile } from 'node:fs/promises'
import { createManifestSchema } from '@afterview/plugin-host'

const file = new URL('../schema/plugin.schema.json', import.meta.url)
await writeFile(file, `${JSON.stringify(createManifestSchema(), null, 2)}\n`)
