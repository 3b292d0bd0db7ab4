import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Holds the built `.d.ts` of every package against its copy in `api/`, so that a change of the public
 * surface shows in review. `--write` takes the built ones over.
 */
const isWriting = process.argv.includes('--write')
const stale: string[] = []

for (const manifest of globSync('packages/*/package.json')) {
  const folder = dirname(manifest)
  for (const built of entryTypes(manifest)) {
    const kept = join(folder, 'api', basename(built))
    const text = readable(readFileSync(join(folder, built), 'utf8'))
    if (existsSync(kept) && readFileSync(kept, 'utf8') === text) continue
    if (isWriting) {
      mkdirSync(dirname(kept), { recursive: true })
      writeFileSync(kept, text)
    } else stale.push(kept)
  }
}

if (stale.length > 0) {
  console.log(
    `The public types have changed: ${stale.join(', ')}\nFix: look at the difference, then pnpm build && node scripts/public-types.ts --write`,
  )
  process.exitCode = 1
}

function entryTypes(manifest: string): string[] {
  const { publishConfig } = JSON.parse(readFileSync(manifest, 'utf8'))
  const targets: unknown[] = Object.values(publishConfig.exports)
  return targets.flatMap((target) =>
    typeof target === 'object' && target !== null && 'types' in target
      ? [String(target.types)]
      : [],
  )
}

/** Names of shared chunks carry a hash of their content, which says nothing about the surface. */
function readable(text: string): string {
  return text.replaceAll(/-[A-Za-z0-9_-]{8}(?=\.js')/g, '-hash')
}
