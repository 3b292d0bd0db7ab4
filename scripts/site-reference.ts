import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Application, type ProjectReflection } from 'typedoc'

/** One page of the reference for each entry point of each package, written from their sources. */
export async function writeReference(folder: string): Promise<void> {
  const entries = entryPoints()
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: [...entries.keys()],
    tsconfig: 'tsconfig.json',
    name: 'Reference',
    readme: 'none',
    excludeInternal: true,
    excludePrivate: true,
    skipErrorChecking: true,
    disableGit: true,
    sourceLinkTemplate: '{path}',
    // Types that a package does not export are shown by name alone.
    validation: { notExported: false, invalidLink: false, notDocumented: false },
    logLevel: 'Warn',
    outputs: [{ name: 'markdown', path: folder }],
    ...markdown,
  })
  const project = await app.convert()
  if (project === undefined) throw new Error('the reference cannot be read from the sources')
  nameModules(project, entries)
  // Sources are read to tell the modules apart; on a page they are of no use.
  app.options.setValue('disableSources', true)
  await app.generateOutputs(project)
  if (app.logger.hasErrors()) throw new Error('the reference could not be written')
}

/** Options of the Markdown plugin. */
const markdown: object = {
  router: 'module',
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  sanitizeComments: true,
  tableColumnSettings: {
    hideModifiers: true,
    hideInherited: true,
    hideOverrides: true,
    hideSources: true,
  },
  entryFileName: 'index',
}

/** The source files of every `exports` key, with the name under which they are imported. */
function entryPoints(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const path of globSync('packages/*/package.json').toSorted()) {
    const { name, exports = {} }: { name: string; exports?: Readonly<Record<string, unknown>> } =
      JSON.parse(readFileSync(path, 'utf8'))
    for (const [key, target] of Object.entries(exports)) {
      if (typeof target !== 'string' || !target.endsWith('.ts') || /bootstrap|cli/.test(key))
        continue
      found.set(join(dirname(path), target), name + key.slice(1))
    }
  }
  return found
}

/** Modules are called as they are imported. */
function nameModules(project: ProjectReflection, entries: ReadonlyMap<string, string>): void {
  for (const child of project.children ?? []) {
    const file = child.sources?.[0]?.fullFileName
    const name = file === undefined ? undefined : entries.get(relative(process.cwd(), file))
    if (name !== undefined) child.name = name
  }
}
