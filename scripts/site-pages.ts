import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** The documents of the repository that become pages, with the page that each becomes. */
function pageOf(file: string): string | undefined {
  if (file === 'CONTRIBUTING.md' || file === 'SECURITY.md') return file.toLowerCase()
  const [root = '', name = ''] = file.split('/')
  if (root === 'docs') return file.slice('docs/'.length)
  if (root === 'packages') return file.replace(/README\.md$/, 'index.md')
  return root === 'examples' ? `examples/${name}.md` : undefined
}

const sources = [
  'docs/*.md',
  'docs/guides/*.md',
  'docs/decisions/*.md',
  'packages/*/README.md',
  'packages/*/SPEC.md',
  'packages/*/docs/*.md',
  'examples/*/README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
]

/** Writes the pages of the site into a folder. Answers with the links that lead nowhere. */
export function writePages(folder: string): readonly string[] {
  const files = sources.flatMap((pattern) => globSync(pattern)).toSorted()
  return files.flatMap((file) => {
    const page = pageOf(file)
    if (page === undefined) return []
    const dead: string[] = []
    const text = outsideCode(readFileSync(file, 'utf8'), (prose) =>
      withLinks(withoutComments(prose), file, dead),
    )
    write(join(folder, page), withPicture(text))
    return dead
  })
}

/** Pages that a tool has written: an anchor in HTML becomes the id of the name that follows it. */
export function tidyReference(folder: string): void {
  for (const file of globSync(join(folder, '**/*.md'))) {
    const text = outsideCode(readFileSync(file, 'utf8'), (prose) =>
      prose
        .replaceAll(/<a id="([^"]*)"><\/a> ?(`[^`\n]+`)/g, '$2{#$1}')
        .replaceAll(/<a id="[^"]*"><\/a> ?/g, ''),
    )
    writeFileSync(file, withSingleAnchors(text))
  }
}

/**
 * A name that stands on a page once has no number in its anchor, though the tool takes a method
 * `diagnostics` of `Afterview` for a second `AfterviewDiagnostics`.
 */
function withSingleAnchors(text: string): string {
  const headings = [...text.matchAll(/^#+ (\w+)$/gm)].map(([, name = '']) => name.toLowerCase())
  return text.replaceAll(/\]\(#(\w+)-\d+\)/g, (link, name: string) => {
    const isSingle = headings.filter((heading) => heading === name).length === 1
    return isSingle ? `](#${name})` : link
  })
}

/** Changes what stands in no block of code. */
function outsideCode(text: string, change: (prose: string) => string): string {
  return text
    .split(/(^(?:```|~~~~?).*?^(?:```|~~~~?)$)/ms)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')
}

/** Code in a line is kept as it is, also where it shows a comment. */
function withoutComments(prose: string): string {
  return prose.replaceAll(
    /(`[^`\n]+`)|<!--.*?-->\n*/gs,
    (_, code: string | undefined) => code ?? '',
  )
}

const link = /(`[^`\n]+`)|(?<!!)\[((?:[^\]`]|`[^`\n]*`)*)\]\(([^)\s]+)\)/g

/** A link to a page leads to the page, one to another file becomes its words. */
function withLinks(prose: string, file: string, dead: string[]): string {
  return prose.replaceAll(link, (all: string, code?: string, words = '', target = '') => {
    if (code !== undefined || /^[a-z]+:|^#|^\//.test(target)) return all
    const [path = '', hash] = target.split('#')
    const found = normalize(join(dirname(file), path))
    const page = pageAt(found)
    if (page !== undefined) return `[${words}](/${page}${hash === undefined ? '' : `#${hash}`})`
    if (!existsSync(found)) dead.push(`${file}: [${words}](${target}) leads nowhere`)
    return words
  })
}

function pageAt(path: string): string | undefined {
  const candidates = path.endsWith('.md')
    ? [path]
    : [join(path, 'README.md'), join(path, 'index.md')]
  const file = candidates.find((candidate) => existsSync(candidate))
  const isSource = file !== undefined && sources.some((pattern) => globSync(pattern).includes(file))
  return isSource ? pageOf(file) : undefined
}

/** The diagram is a picture on the site, so that no page needs a script to show it. */
function withPicture(text: string): string {
  return text.replaceAll(
    /```mermaid\n.*?```/gs,
    '[![The statechart, from closing to closed](/statechart.svg)](/statechart.svg){target="_self"}\n\nA dot is where a stage is entered: what is remembered decides which of its states follows. “any” stands for each state of a stage. Select the picture to see it in full size.',
  )
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
