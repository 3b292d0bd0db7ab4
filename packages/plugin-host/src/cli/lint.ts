import { join } from 'node:path'
import { lintPluginFolder } from '../lint-folder.ts'
import { formatDiagnostic } from '../manifest/diagnostic.ts'
import type { Invocation } from './invocation.ts'

/** `lint`: prints every finding. 1 when one of them is an error. */
export async function lint({ words, surface, today, isJson, print }: Invocation): Promise<number> {
  const [folder = '.'] = words
  const { diagnostics, hasErrors } = await lintPluginFolder(folder, surface, today)
  if (isJson) print(`${JSON.stringify(diagnostics, null, 2)}\n`)
  else {
    const file = join(folder, 'package.json')
    for (const diagnostic of diagnostics) print(`${formatDiagnostic(diagnostic, file)}\n`)
    print(
      summary(
        diagnostics.filter(({ severity }) => severity === 'error').length,
        diagnostics.length,
      ),
    )
  }
  return hasErrors ? 1 : 0
}

function summary(errors: number, all: number): string {
  return all === 0
    ? 'Nothing to mend.\n'
    : `${errors} error(s), ${all - errors} other finding(s).\n`
}
