import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pluginSurface } from 'afterview'

/** Writes the words that manifests may use, for `afterview-plugin lint --surface`. */
writeFileSync(
  join(import.meta.dirname, '../plugin-surface.json'),
  `${JSON.stringify(pluginSurface(), null, 2)}\n`,
)
