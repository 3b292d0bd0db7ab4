import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Quiet and alone: nothing is fetched that no test asks for. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium of this machine; installs Debian's where there is none and that is possible. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: flags })
}

function findChromium(): string | undefined {
  const asked = process.env['AFTERVIEW_CHROMIUM']
  return [...(asked === undefined ? [] : [asked]), ...candidates].find(existsSync)
}

function installChromium(): string {
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch (cause) {
    throw new Error(missing, { cause })
  }
  const found = findChromium()
  if (found === undefined) throw new Error(missing)
  return found
}

const missing = [
  'The browser tests need Chromium, which was not found and could not be installed.',
  'Fix: install it (as root: apt-get install chromium), or set AFTERVIEW_CHROMIUM to its path.',
].join(' ')
