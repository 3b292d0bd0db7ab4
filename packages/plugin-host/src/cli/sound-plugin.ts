import { AfterviewError } from '@afterview/time'
import { lintPluginFolder } from '../lint-folder.ts'
import { formatDiagnostic } from '../manifest/diagnostic.ts'
import type { PluginManifest } from '../manifest/manifest.ts'
import type { Invocation } from './invocation.ts'

/** The manifest of a plugin without errors. Rejects with `plugin-unsound`, naming the first of them. */
export async function soundPlugin(
  folder: string,
  { surface, today }: Invocation,
): Promise<PluginManifest> {
  const { manifest, diagnostics } = await lintPluginFolder(folder, surface, today)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (manifest !== undefined && first === undefined) return manifest
  throw new AfterviewError('plugin-unsound', {
    happened: `The plugin has ${errors.length} error(s): ${first === undefined ? '' : formatDiagnostic(first, 'package.json')}`,
    fix: 'run `afterview-plugin lint` and mend what it finds',
    details: { errors: errors.length },
  })
}
