import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The links of a built site that lead to no page, or to no place on their page. */
export function deadAnchors(site: string): readonly string[] {
  const pages = globSync(join(site, '**/*.html')).filter(
    (path) => !relative(site, path).startsWith('demo'),
  )
  const ids = new Map(pages.map((page) => [page, idsOf(page)] as const))
  return pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => isDead(site, page, link, ids))
      .map((link) => `${relative(site, page)}: ${link} leads nowhere`),
  )
}

function isDead(
  site: string,
  page: string,
  link: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const [path = '', hash = ''] = link.split('#')
  const target = path === '' ? page : fileOf(site, page, path)
  if (target === undefined) return true
  return hash !== '' && ids.get(target)?.has(decodeURIComponent(hash)) !== true
}

/** The file that a link opens; `undefined` where there is none. */
function fileOf(site: string, page: string, path: string): string | undefined {
  const found = path.startsWith('/') ? join(site, path) : join(dirname(page), path)
  const candidates = [found, `${found}.html`, join(found, 'index.html')]
  return candidates.find((candidate) => /\.\w+$/.test(candidate) && existsSync(candidate))
}

function linksOf(page: string): readonly string[] {
  const links = [...readFileSync(page, 'utf8').matchAll(/<a [^>]*?href="([^"]+)"/g)]
  return [...new Set(links.flatMap(([, href = '']) => (/^[a-z]+:/.test(href) ? [] : [href])))]
}

function idsOf(page: string): ReadonlySet<string> {
  const ids = [...readFileSync(page, 'utf8').matchAll(/\sid="([^"]+)"/g)]
  return new Set(ids.map(([, id = '']) => id))
}
