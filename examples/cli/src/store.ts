import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { sqliteEngine } from '@afterview/engine-sqlite'
import { AfterviewError } from '@afterview/time'
import { type Afterview, createAfterview } from 'afterview'
import type { Call } from './command.ts'
import { paint } from './paint.ts'

/** Opens the applications that are kept in a file, brings them up to now, and closes it afterwards. */
export async function withStore<Result>(
  call: Call,
  use: (afterview: Afterview) => Promise<Result>,
): Promise<Result> {
  const afterview = await createAfterview({
    engine: sqliteEngine({ file: storeFile(call) }),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    report: ({ message }) => process.stderr.write(`${paint('yellow', message)}\n`),
  })
  try {
    await afterview.engine.catchUp()
    return await use(afterview)
  } finally {
    await afterview.dispose()
  }
}

/** `--db`, else AFTERVIEW_DB, else the platform's folder for data of programs. Makes the folder. */
function storeFile(call: Call): string {
  const file = call.text('db') ?? process.env['AFTERVIEW_DB'] ?? join(dataFolder(), 'afterview.db')
  try {
    mkdirSync(dirname(file), { recursive: true })
    return file
  } catch (cause) {
    throw new AfterviewError('db-not-writable', {
      happened: `the folder of ${file} cannot be made`,
      fix: 'choose another file with --db',
      cause,
    })
  }
}

function dataFolder(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? homedir(), 'afterview')
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'afterview')
  return join(XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'afterview')
}
