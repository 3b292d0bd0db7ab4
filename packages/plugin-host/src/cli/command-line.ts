import { AfterviewError, isAfterviewError } from '@afterview/time'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isJsonObject } from '../json-clone.ts'
import type { JsonObject } from '../json-value.ts'
import { readJsonText } from '../manifest/json-text.ts'
import type { HostSurface } from '../surface.ts'
import { explain } from './explain.ts'
import type { Invocation } from './invocation.ts'
import { lint } from './lint.ts'
import { pack } from './pack.ts'
import { types } from './types.ts'

const usage = `afterview-plugin <verb> [folder]

  lint [folder]               check the manifest, its texts and its files
  types [folder]              write the names of the manifest as TypeScript
  pack [folder]               write the plugin as one JSON file
  explain <command> [folder]  why a command shows and runs, or why not

  --surface <file>   the words that the host offers, as JSON; default: any
  --api <version>    version of the plugin API; default 1.0.0
  --out <file>       where types and pack write; default: the standard output
  --check            types: fail when the file at --out is not up to date
  --context <json>   explain: context keys, such as '{"stage":"waiting"}'
  --json             print data instead of sentences
`

const verbs: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = {
  lint,
  types,
  pack,
  explain,
}

/** Runs one command line. Resolves with the exit code: 0 good, 1 findings, 2 misuse. */
export async function runCommandLine(
  words: readonly string[],
  today: string,
  print: (text: string) => void,
): Promise<number> {
  try {
    const { positionals, values } = parse(words)
    const [verb = '', ...rest] = positionals
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (values.help === true || run === undefined) {
      print(usage)
      return values.help === true ? 0 : 2
    }
    return await run({
      words: rest,
      surface: await readSurface(values.surface, values.api),
      today,
      isJson: values.json ?? false,
      isCheck: values.check ?? false,
      out: values.out,
      context: parseObject(values.context ?? '{}', '--context'),
      print,
    })
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
      surface: { type: 'string' },
      api: { type: 'string', default: '1.0.0' },
      out: { type: 'string' },
      check: { type: 'boolean' },
      context: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
}

async function readSurface(file: string | undefined, apiVersion: string): Promise<HostSurface> {
  if (file === undefined) return { apiVersion }
  const surface = parseObject(await readFile(file, 'utf8'), file)
  return { apiVersion, ...surface }
}

function parseObject(text: string, what: string): JsonObject {
  const { value } = readJsonText(text)
  if (isJsonObject(value)) return value
  throw new AfterviewError('argument-invalid', {
    happened: `${what} is no JSON object`,
    fix: `give ${what} as a JSON object`,
    details: { what },
  })
}
