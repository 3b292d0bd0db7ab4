import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { sqliteEngine } from '@afterview/engine-sqlite'
import { AfterviewError } from '@afterview/time'
import { type Afterview, createAfterview } from 'afterview'
import type { Call } from './command.ts'
import { dataFolder } from './data-folder.ts'
import { paint } from './paint.ts'
import { pluginsOf } from './plugin-folder.ts'

/** Opens the applications that are kept in a file, brings them up to now, and closes it afterwards. */
export async function withStore<Result>(
  call: Call,
  use: (afterview: Afterview) => Promise<Result>,
): Promise<Result> {
  const { clock } = call.world
  const file = storeFile(call)
  makeFolder(file)
  const afterview = await createAfterview({
    engine: sqliteEngine({ file }),
    clock,
    zone: ownZone(),
    calendar: { zone: ownZone() },
    ...(await pluginsOf(call)),
    report: ({ message }) => process.stderr.write(`${paint('yellow', message, process.stderr)}\n`),
  })
  try {
    await afterview.engine.catchUp()
    return await use(afterview)
  } finally {
    await afterview.dispose()
  }
}

/** The zone of this machine. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The database: `--db`, else AFTERVIEW_DB, else in the platform's folder for data of programs. */
export function storeFile(call: Call): string {
  const { env } = call.world
  const named = call.text('db') ?? (env['AFTERVIEW_DB'] || undefined)
  return named ?? join(dataFolder(process.platform, env, homedir()), 'afterview.db')
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (cause) {
    throw new AfterviewError('db-not-writable', {
      happened: `the folder of ${file} cannot be made`,
      fix: 'choose another file with --db',
      cause,
    })
  }
}
