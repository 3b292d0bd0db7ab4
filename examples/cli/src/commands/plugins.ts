import { type Diagnostic, formatDiagnostic, type PluginInfo } from '@afterview/plugin-host'
import { type Afterview, createAfterview } from 'afterview'
import { type Call, type Command, shared, takes } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { pluginFolder, pluginsOf } from '../plugin-folder.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../store.ts'
import { table } from '../table.ts'
import { usageError } from '../usage.ts'

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  list: listPlugins,
  why: explainCommand,
  reload: reloadPlugin,
}

/** Shows plugins, says why a command of one shows or not, and tries one again. */
export const plugins: Command = {
  name: 'plugins',
  usage: 'plugins list | plugins why <command> | plugins reload <id>',
  about: 'what plugins there are, why a command of one runs or not, and whether one starts',
  details: [
    'Plugins are the folders with a package.json in --plugins, AFTERVIEW_PLUGINS, or the folder plugins beside the database. Each runs in a thread of its own, in every command.',
    '`why` names the event that loads the code, and the clauses with the values that hide or disable the command; with --application, as that application stands. `reload` reads a plugin anew, starts it, and says how that went.',
  ],
  examples: [
    'plugins list',
    'plugins why nudges.draft --application fernhill',
    'plugins reload acme.nudges',
  ],
  options: {
    application: takes('<id>', 'why: the application that the command is for'),
    ...shared,
  },
  words: [Object.keys(verbs)],
  run(call) {
    const [verb = 'list'] = call.words
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (run !== undefined) return run(call)
    throw usageError(`plugins has no "${verb}"`, `use one of ${Object.keys(verbs).join(', ')}`)
  },
}

async function listPlugins(call: Call): Promise<number> {
  return withPlugins(call, async (afterview) => {
    const { registrations } = afterview.plugins
    const refused = registrations.filter(({ isRegistered }) => !isRegistered)
    const found = afterview.plugins.list()
    if (call.has('json')) printJson({ plugins: found, refused })
    else {
      print(...table(['id', 'version', 'state', 'runs', 'may'], found.map(row)))
      print(...found.flatMap(({ id, diagnostics }) => findings(id, diagnostics)))
      print(
        ...refused.flatMap(({ pluginId, diagnostics }) =>
          findings(pluginId ?? 'a plugin', diagnostics),
        ),
      )
      if (registrations.length === 0) print(`No plugins of your own in ${pluginFolder(call)}.`)
    }
    return refused.length === 0 ? exitCodes.done : exitCodes.usage
  })
}

async function explainCommand(call: Call): Promise<number> {
  const command = requireWord(call, 'a command', 'plugins why nudges.draft')
  const applicationId = call.text('application')
  const use = async (afterview: Afterview): Promise<number> => {
    const why = await afterview.plugins.why(
      command,
      applicationId === undefined ? {} : { applicationId },
    )
    if (call.has('json')) printJson(why)
    else print(why.text)
    return why.pluginId === undefined ? exitCodes.usage : exitCodes.done
  }
  return applicationId === undefined ? withPlugins(call, use) : withStore(call, use)
}

async function reloadPlugin(call: Call): Promise<number> {
  const id = requireWord(call, 'the id of a plugin', 'plugins reload acme.nudges')
  return withPlugins(call, async (afterview) => {
    const { diagnostics, isRegistered } = await afterview.plugins.reload(id)
    const error = isRegistered ? await errorOfStart(afterview, id) : undefined
    const plugin = isRegistered ? afterview.plugins.get(id) : null
    if (call.has('json')) printJson({ plugin, diagnostics, error: error ?? null })
    else print(...findings(id, diagnostics), startLine(id, plugin, error))
    return isRegistered && error === undefined ? exitCodes.done : exitCodes.usage
  })
}

/** What a plugin threw is no error of ours: it is what was asked for. Data alone has nothing to start. */
async function errorOfStart({ plugins }: Afterview, id: string): Promise<string | undefined> {
  if (plugins.get(id).isolation === undefined) return undefined
  try {
    await plugins.activate(id)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function startLine(id: string, plugin: PluginInfo | null, error: string | undefined): string {
  if (plugin === null) return `${id} cannot be used.`
  if (error !== undefined) return `${id} ${plugin.version} does not start: ${error}`
  const { report } = plugin
  if (report === undefined) return `${id} ${plugin.version} is data alone, and is there.`
  return `${id} ${plugin.version} is active, in ${Math.round(report.totalMs)} ms.`
}

function row({ id, version, state, isolation, capabilities }: PluginInfo): readonly string[] {
  const { candidate, network, storage, secrets } = capabilities
  const may = [
    ...(candidate?.read === undefined ? [] : [`read ${candidate.read.join(', ')}`]),
    ...(candidate?.effects === undefined ? [] : [`propose ${candidate.effects.join(', ')}`]),
    ...(network === undefined ? [] : [`reach ${network.allowedDomains.join(', ')}`]),
    ...(storage === true ? ['keep data'] : []),
    ...(secrets === true ? ['keep secrets'] : []),
  ]
  return [id, version, state.status, isolation ?? 'data alone', may.join('; ')]
}

function findings(id: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, id))
}

function requireWord({ words }: Call, what: string, example: string): string {
  const word = words[1]
  if (word !== undefined) return word
  throw usageError(`plugins ${words[0] ?? ''} needs ${what}`, `call it like: afterview ${example}`)
}

/** Without any application: what plugins are does not depend on them. */
async function withPlugins(
  call: Call,
  use: (afterview: Afterview) => Promise<number>,
): Promise<number> {
  const afterview = await createAfterview({ clock: call.world.clock, ...(await pluginsOf(call)) })
  try {
    return await use(afterview)
  } finally {
    await afterview.dispose()
  }
}
