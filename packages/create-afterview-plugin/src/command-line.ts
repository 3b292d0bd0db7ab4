import { isAfterviewError } from '@afterview/time'
import { parseArgs } from 'node:util'
import { createPlugin } from './create-plugin.ts'
import { templates } from './template.ts'

const usage = `create-afterview-plugin <folder> --publisher <name> [--template <template>] [--name <name>]

${Object.entries(templates)
  .map(([name, text]) => `  ${name.padEnd(10)}${text}`)
  .join('\n')}
`

/** Runs one command line. Resolves with the exit code: 0 made, 1 refused, 2 misuse. */
export async function runCommandLine(
  words: readonly string[],
  print: (text: string) => void,
): Promise<number> {
  try {
    const { positionals, values } = parse(words)
    const [folder] = positionals
    if (values.help === true || folder === undefined) {
      print(usage)
      return values.help === true ? 0 : 2
    }
    const { publisher, template, name } = values
    const wish = { folder, publisher, template, ...(name === undefined ? {} : { name }) }
    print(`${(await createPlugin(wish)).join('\n')}\n\n${next(folder)}`)
    return 0
  } catch (error) {
    print(`${error instanceof Error ? error.message : String(error)}\n`)
    return isAfterviewError(error) ? 1 : 2
  }
}

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      publisher: { type: 'string', default: '' },
      template: { type: 'string', default: 'policy' },
      name: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
}

function next(folder: string): string {
  return `Next: cd ${folder}, npm install, npm test.\n`
}
