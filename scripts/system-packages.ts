import { spawnSync } from 'node:child_process'

/** What the client and browser tests drive, and how to see that it is there. */
const wanted: readonly {
  readonly name: string
  readonly packages: readonly string[]
  readonly probe: readonly string[]
}[] = [
  { name: 'Chromium', packages: ['chromium'], probe: ['chromium', '--version'] },
  { name: 'Radicale', packages: ['radicale', 'curl'], probe: ['radicale', '--version'] },
  {
    name: 'the Python parsers',
    packages: ['python3-icalendar', 'python3-vobject', 'python3-dateutil'],
    probe: ['/usr/bin/python3', '-c', 'import icalendar, vobject, dateutil'],
  },
  {
    name: 'libical',
    packages: ['libical-dev', 'gcc', 'libc6-dev', 'pkg-config'],
    probe: ['pkg-config', '--exists', 'libical'],
  },
]

const missing = wanted.filter(({ probe: [program = '', ...args] }) => !runs(program, args))
if (missing.length > 0) install(missing.flatMap(({ packages }) => packages))

const absent = missing.filter(({ probe: [program = '', ...args] }) => !runs(program, args))
if (absent.length > 0) {
  console.log(`Not there: ${absent.map(({ name }) => name).join(', ')}`)
  console.log(
    `Fix: install ${absent.flatMap(({ packages }) => packages).join(' ')} (Debian's names), or run as root where apt-get is`,
  )
  process.exitCode = 1
}

function install(packages: readonly string[]): void {
  const isRoot = process.getuid?.() === 0
  const sudo = isRoot ? [] : runs('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined
  if (sudo === undefined || !runs('apt-get', ['--version'])) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
  ]) {
    const [program = '', ...rest] = [...sudo, 'apt-get', ...args]
    spawnSync(program, rest, { stdio: 'inherit', env })
  }
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
