import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  checkPacks,
  describeProblem,
  type LetterPack,
  locateProblems,
  type PackProblem,
  packOfFiles,
} from '../src/index.ts'
import { languageModule, languagesOf } from './pack-module.ts'
import { readPackFolder } from './read-pack-folder.ts'
import { viewTypesModule } from './view-types.ts'

const root = join(import.meta.dirname, '..')

/** Every module that is made from `pack/`: text by path below the package. */
export function generatedModules(pack: LetterPack): Readonly<Record<string, string>> {
  const languages = languagesOf(pack).map(
    (language) => [`src/generated/letters-${language}.ts`, languageModule(pack, language)] as const,
  )
  return {
    ...Object.fromEntries(languages),
    'src/generated/letter-views.ts': viewTypesModule(
      pack.kinds.flatMap((kind) => pack.contracts[kind] ?? []),
    ),
  }
}

/** The pack of this package, and everything that is wrong with it. */
export function readOwnPack(): {
  readonly pack?: LetterPack
  readonly problems: readonly PackProblem[]
} {
  const files = readPackFolder(join(root, 'pack'))
  const { pack, problems } = packOfFiles(files)
  if (!pack) return { problems }
  return { pack, problems: [...problems, ...locateProblems(checkPacks([pack]), files)] }
}

/** Paths of the generated modules that are not what `pack/` would make of them now. */
export function staleModules(pack: LetterPack): readonly string[] {
  return Object.entries(generatedModules(pack)).flatMap(([path, text]) => {
    const file = join(root, path)
    const isFresh = existsSync(file) && readFileSync(file, 'utf8') === text
    return isFresh ? [] : [path]
  })
}

function main(mode: string | undefined): number {
  const { pack, problems } = readOwnPack()
  for (const problem of problems)
    say(`${problem.severity} ${problem.code} ${describeProblem(problem)}`)
  if (!pack || problems.length > 0) return 1
  const stale = staleModules(pack)
  if (mode === '--check') {
    for (const path of stale)
      say(`stale: ${path}. Fix: node packages/templates/scripts/build-pack.ts`)
    return stale.length > 0 ? 1 : 0
  }
  const modules = generatedModules(pack)
  for (const path of stale) writeModule(join(root, path), modules[path] ?? '')
  say(stale.length > 0 ? `wrote ${stale.join(', ')}` : 'all modules are up to date')
  return 0
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function writeModule(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

if (import.meta.main) process.exitCode = main(process.argv[2])
