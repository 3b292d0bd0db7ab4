import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Code in documents is taken from files that are compiled and run. A block is preceded by a comment
 * that names its file, and one part of it between `// #region name` and `// #endregion` if need be:
 *
 *     <!-- examples/docs/src/embed.ts#open -->
 *
 * The path begins at the document's folder, or else at the root of the repository.
 */
const marked =
  /(<!-- (?<file>[\w./@-]+\.\w+)(?:#(?<region>[\w-]+))? -->\n+```\w+\n)(?<code>.*?)(?=```)/gs

/** Pages of the site: there every block of code has to name its file. */
const pages = ['docs/*.md', 'docs/guides/*.md']

const others = ['README.md', 'packages/*/README.md', 'packages/*/docs/*.md', 'examples/*/README.md']

/** What is wrong with the code in documents; with `write`, what differs is written anew instead. */
export function checkSnippets(write: boolean): readonly string[] {
  const files = [...pages, ...others].flatMap((pattern) => globSync(pattern)).toSorted()
  const isPage = new Set(pages.flatMap((pattern) => globSync(pattern)))
  return files.flatMap((file) => [
    ...checkFile(file, write),
    ...(isPage.has(file) ? unmarkedIn(file) : []),
  ])
}

function checkFile(file: string, write: boolean): readonly string[] {
  const problems: string[] = []
  const text = readFileSync(file, 'utf8')
  const fresh = text.replaceAll(marked, (block: string, ...rest: unknown[]) => {
    const { file: path = '', region, code } = groupsOf(rest)
    const source = sourceOf(file, path, region)
    if (source === undefined)
      problems.push(`${file}: there is no ${path}${region === undefined ? '' : `#${region}`}`)
    if (source === undefined || source === code) return block
    if (!write) problems.push(`${file}: the code of ${path} has changed`)
    return `${block.slice(0, block.length - (code ?? '').length)}${source}`
  })
  if (write && fresh !== text) writeFileSync(file, fresh)
  return problems
}

/** Code that nothing runs: TypeScript and JavaScript without a file. Generated parts have theirs. */
function unmarkedIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
    .replaceAll(/<!-- generated: .*?<!-- \/generated -->/gs, '')
    .replaceAll(marked, '')
  return [...text.matchAll(/```(?:ts|js|tsx|jsx)\n(.*)/g)].map(
    ([, line]) => `${file}: the code that begins with “${line}” names no file`,
  )
}

function groupsOf(rest: readonly unknown[]): Partial<Record<string, string>> {
  const groups: unknown = rest.at(-1)
  return typeof groups === 'object' && groups !== null ? { ...groups } : {}
}

function sourceOf(document: string, path: string, region: string | undefined): string | undefined {
  const file = [join(dirname(document), path), path].find((candidate) => existsSync(candidate))
  if (file === undefined) return undefined
  const text = readFileSync(file, 'utf8')
  if (region === undefined) return text
  const [, part] = new RegExp(`// #region ${region}\\n(.*?)// #endregion`, 's').exec(text) ?? []
  return part
}
