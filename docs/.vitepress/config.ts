import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTheme, defineConfig } from 'vitepress'

/** `pnpm run docs` writes the pages there: documents of the whole repository, and the reference. */
const pages = join(import.meta.dirname, '..', '..', '.verify', 'site-pages')

/** The demo is built into the site where what builds it is installed. */
const hasDemo = existsSync(join(import.meta.dirname, '../../examples/web/node_modules/.bin/vite'))

/** The site of the documents. */
export default defineConfig({
  title: 'Afterview',
  description: 'What happens after a job interview, as an embeddable TypeScript library',
  lang: 'en',
  srcDir: pages,
  outDir: '../.verify/site',
  cacheDir: '../.verify/site-cache',
  markdown: {
    // Documents hold no HTML: what looks like it is shown as it is written.
    html: false,
    config: (md) => {
      for (const name of ['text', 'code_inline']) {
        const render = md.renderer.rules[name]
        md.renderer.rules[name] = (...args) =>
          (render?.(...args) ?? '').replaceAll('{{', '&#123;&#123;')
      }
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/getting-started' },
      { text: 'Guides', link: '/guides/embed' },
      { text: 'Reference', link: '/reference/' },
      ...(hasDemo ? [{ text: 'Demo', link: '/demo/', target: '_self' }] : []),
    ],
    sidebar: [
      {
        text: 'Start',
        items: [
          { text: 'Getting started', link: '/getting-started' },
          { text: 'In a terminal', link: '/examples/cli' },
          { text: 'On a server', link: '/examples/server' },
          { text: 'For assistants', link: '/examples/mcp' },
          { text: 'How it is built', link: '/architecture' },
          { text: 'Glossary', link: '/glossary' },
        ],
      },
      {
        text: 'Guides',
        items: [
          { text: 'Embed it', link: '/guides/embed' },
          { text: 'Choose an engine', link: '/guides/engine' },
          { text: 'Letters', link: '/guides/letters' },
          { text: 'Calendars', link: '/guides/calendar' },
          { text: 'Write a plugin', link: '/guides/plugin' },
          { text: 'Change the statechart', link: '/guides/statechart' },
        ],
      },
      {
        text: 'Look up',
        items: [
          { text: 'The statechart', link: '/statechart' },
          { text: 'The policy', link: '/policy' },
          { text: 'What plugins are offered', link: '/plugins' },
          { text: 'Errors', link: '/errors' },
          { text: 'Reference', link: '/reference/' },
        ],
      },
      { text: 'Packages', collapsed: true, items: pagesIn('packages') },
      { text: 'Examples', collapsed: true, items: pagesIn('examples') },
      { text: 'Decisions', collapsed: true, items: pagesIn('decisions') },
    ],
  },
})

/** The pages of a folder by their titles: files, or folders with an `index.md`. */
function pagesIn(folder: string): DefaultTheme.SidebarItem[] {
  const path = join(pages, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .toSorted()
    .map((name) => (name.endsWith('.md') ? name : `${name}/index.md`))
    .filter((name) => existsSync(join(path, name)))
    .map((name) => ({
      text: titleOf(join(path, name)),
      link: `/${folder}/${name.replace(/(index)?\.md$/, '')}`,
    }))
}

function titleOf(file: string): string {
  return /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? file
}
