import { spawnSync } from 'node:child_process'

/** Something that has to be installed on the machine. */
export interface Requirement {
  readonly name: string
  /** Debian packages that bring it. */
  readonly packages: readonly string[]
  /** A command that succeeds where it is there. */
  readonly probe: readonly [command: string, ...parameters: string[]]
}

/** With AFTERVIEW_CLIENTS=required a missing client fails the run instead of being passed over. */
const isRequired = process.env['AFTERVIEW_CLIENTS'] === 'required'

/** Whether a client is there. Says what to install where it is not; throws where it is required. */
export function isInstalled({ name, packages, probe }: Requirement): boolean {
  const [command, ...parameters] = probe
  if (spawnSync(command, parameters, { stdio: 'ignore' }).status === 0) return true
  const message = `${name} is not installed. As root: apt-get install -y ${packages.join(' ')}`
  if (isRequired) throw new Error(message)
  process.stderr.write(`\n${message}\n`)
  return false
}

/** Runs a program to its end and returns what it wrote. Throws with its error output. */
export function run(command: string, parameters: readonly string[], input: string): string {
  const result = spawnSync(command, parameters, { input, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (result.status === 0) return result.stdout
  throw new Error(`${command} ended with ${result.status}: ${result.stderr}`, {
    cause: result.error,
  })
}
