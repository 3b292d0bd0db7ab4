import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Postgres of its own, with its ordinary settings: each commit is synced. */
export interface Postgres {
  /** The folder of its socket. Nothing listens on the network. */
  readonly host: string
  readonly user: string
  stop(): void
}

/** Starts a Postgres of this machine on an empty folder; `undefined` where none is installed. */
export function startPostgres(): Postgres | undefined {
  const [programs] = globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed()
  if (programs === undefined || !existsSync(join(programs, 'initdb'))) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'afterview-postgres-'))
  const owner = ownerOf(folder)
  const run = (program: string, ...args: string[]): void => {
    execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio: 'ignore' })
  }
  const data = join(folder, 'data')
  run('initdb', '--auth=trust', '--username=bench', '--pgdata', data)
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder}`
  run('pg_ctl', '--pgdata', data, '--options', settings, '--wait', 'start')
  return {
    host: folder,
    user: 'bench',
    stop() {
      run('pg_ctl', '--pgdata', data, '--mode=immediate', '--wait', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Postgres refuses to run as root: then it runs as the user that its package has made. */
function ownerOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (kind: string): number =>
    Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }))
  const owner = { uid: id('-u'), gid: id('-g') }
  chownSync(folder, owner.uid, owner.gid)
  return owner
}
