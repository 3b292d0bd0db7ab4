import { readFileSync } from 'node:fs'

const folder = new URL('../../../../examples/plugins/bad-plugin/', import.meta.url)

/** URL of the module that the conformance suite runs. */
export const conformingPlugin = new URL('../../src/isolation/conforming-plugin.ts', import.meta.url)
  .href

/** The example plugin with one command per fault. */
export const badPlugin = {
  folder: folder.href,
  main: new URL('plugin.js', folder).href,
  commands: readCommands(),
}

function readCommands(): readonly string[] {
  const manifest: { contributes: { commands: { command: string }[] } } = JSON.parse(
    readFileSync(new URL('package.json', folder), 'utf8'),
  )
  return manifest.contributes.commands.map(({ command }) => command)
}
