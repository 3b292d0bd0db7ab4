import { AfterviewError } from '@afterview/time'
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isTemplateName, templateNames } from './template.ts'

/** What a new plugin is made from. */
export interface NewPlugin {
  /** Folder to make. It must not exist, or be empty. */
  readonly folder: string
  /** Who publishes it: letters, digits, dashes. */
  readonly publisher: string
  /** One of {@link templateNames}. */
  readonly template: string
  /** Lower-case letters, digits, dashes. Default: the name of the folder. */
  readonly name?: string
}

/**
 * Makes the folder of a new plugin, whole or not at all. Resolves with the files, sorted.
 *
 * Rejects with `template-unknown`, `plugin-name-invalid`, `publisher-invalid` or `folder-not-empty`.
 */
export async function createPlugin(wish: NewPlugin): Promise<readonly string[]> {
  const folder = resolve(wish.folder)
  const name = wish.name ?? basename(folder)
  const words = wordsFor(name, wish.publisher)
  const source = templateFolder(wish.template)
  await requireFree(folder)
  await mkdir(dirname(folder), { recursive: true })
  const draft = await mkdtemp(join(dirname(folder), '.new-plugin-'))
  try {
    await cp(source, draft, { recursive: true })
    const files = await fillIn(draft, words)
    await rmdir(folder).catch(() => undefined)
    await rename(draft, folder)
    return files
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

function templateFolder(template: string): string {
  if (isTemplateName(template)) {
    return fileURLToPath(new URL(`../templates/${template}`, import.meta.url))
  }
  throw new AfterviewError('template-unknown', {
    happened: `There is no template ${template}`,
    fix: `use one of ${templateNames.join(', ')}`,
    details: { template },
  })
}

/** What stands in the templates, and what is put there. */
type Words = Readonly<Record<string, string>>

function wordsFor(name: string, publisher: string): Words {
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(name)) throw invalidName(name)
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/.test(publisher)) throw invalidPublisher(publisher)
  const parts = name.split('-').filter((part) => part !== '')
  return {
    __NAME__: name,
    __PUBLISHER__: publisher,
    __TITLE__: capital(parts.join(' ')),
    __SETTING__: name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function invalidName(name: string): AfterviewError {
  return new AfterviewError('plugin-name-invalid', {
    happened: `A plugin cannot be named ${name}`,
    fix: 'use lower-case letters, digits and dashes',
    details: { name },
  })
}

function invalidPublisher(publisher: string): AfterviewError {
  return new AfterviewError('publisher-invalid', {
    happened: `A publisher cannot be named ${publisher === '' ? 'nothing' : publisher}`,
    fix: 'give --publisher with letters, digits and dashes',
    details: { publisher },
  })
}

async function requireFree(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => [])
  if (found.length === 0) return
  throw new AfterviewError('folder-not-empty', {
    happened: `The folder ${folder} is not empty`,
    fix: 'choose another folder, or empty it',
    details: { folder, files: found.length },
  })
}

async function fillIn(folder: string, words: Words): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const written = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const text = await readFile(path, 'utf8')
      // Packing drops files of that name, so they travel under another.
      const target = join(entry.parentPath, entry.name === '_gitignore' ? '.gitignore' : entry.name)
      await writeFile(path, replaceAll(text, words))
      if (target !== path) await rename(path, target)
      return target.slice(folder.length + 1)
    }),
  )
  return written.toSorted()
}

function replaceAll(text: string, words: Words): string {
  return Object.entries(words).reduce((done, [mark, word]) => done.replaceAll(mark, word), text)
}
