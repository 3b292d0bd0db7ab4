import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createManualClock, type ManualClock } from '@afterview/engine/testing'
import { sqliteEngine } from '@afterview/engine-sqlite'
import { onTestFinished } from 'vitest'
import { listen } from '../src/listen.ts'
import { createServer, type Limits } from '../src/server.ts'

/** What came back, with its body read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON. */
  readonly json: ReturnType<typeof JSON.parse>
}

/** Speaks to a server as one owner. */
export interface Client {
  readonly owner: string
  readonly token: string
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

/** A server on a socket of its own, with a clock that stands at the end of an interview. */
export interface TestServer {
  readonly origin: string
  readonly folder: string
  readonly clock: ManualClock
  readonly reported: readonly unknown[]
  /** A request without any token, or with that of the operator. */
  send(method: string, path: string, init?: RequestInit): Promise<Answer>
  addOwner(): Promise<Client>
  close(): Promise<void>
}

export const operatorToken = 'the-operator-of-the-tests'
export const startedAt = '2026-11-25T14:32:00Z'

export const input = {
  candidate: {
    name: 'Maya Okafor',
    email: 'maya@mail.example',
    zone: 'Europe/London',
    locale: 'en-GB',
  },
  company: { name: 'Fernhill Analytics', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Data Engineer',
  round: {
    number: 1,
    medium: 'video',
    endsAt: { local: '2026-11-25T15:30', zone: 'Europe/Amsterdam' },
    interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@fernhill.example' }],
  },
}

/** Starts a server in an empty folder, or in that of an earlier one; it is closed with the test. */
export async function startServer(
  options: {
    readonly folder?: string
    readonly limits?: Partial<Limits>
    readonly isProxied?: boolean
  } = {},
): Promise<TestServer> {
  const { folder = emptyFolder(), ...more } = options
  const clock = createManualClock(startedAt)
  const reported: unknown[] = []
  const server = await createServer({
    folder,
    engine: sqliteEngine({ file: join(folder, 'applications.db') }),
    operatorToken,
    clock,
    report: (problem) => reported.push(problem),
    ...more,
  })
  const listening = await listen(server, 0, '127.0.0.1')
  const { origin } = listening
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> =>
    answerOf(await fetch(new URL(path, origin), { ...init, method }))
  let closed: Promise<void> | undefined
  const closeOnce = (): Promise<void> => (closed ??= listening.close(1000))
  onTestFinished(closeOnce)
  return {
    origin,
    folder,
    clock,
    reported,
    send,
    addOwner: () => ownerAt(origin),
    close: closeOnce,
  }
}

/** The program. */
export const main = join(import.meta.dirname, '..', 'src', 'main.ts')

/** A server in a process of its own; it is killed with the test. */
export interface ServerProcess {
  readonly child: ChildProcess
  readonly origin: string
  addOwner(): Promise<Client>
}

/** Starts the program as an operator does, in an empty folder unless the environment says otherwise. */
export async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      AFTERVIEW_DATA: emptyFolder(),
      AFTERVIEW_OPERATOR_TOKEN: operatorToken,
      ...env,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let problems = ''
  child.stderr.on('data', (chunk) => (problems += String(chunk)))
  for await (const chunk of child.stdout) {
    const origin = /listening on (\S+?),/.exec(String(chunk))?.[1]
    if (origin === undefined) continue
    return { child, origin, addOwner: () => ownerAt(origin) }
  }
  throw new Error(`the server ended before it listened: ${problems}`)
}

/** A client with a token that it has. */
export function client(origin: string, { owner, token }: Pick<Client, 'owner' | 'token'>): Client {
  return {
    owner,
    token,
    async send(method, path, body, headers = {}) {
      const content = body === undefined ? {} : { 'Content-Type': 'application/json' }
      return answerOf(
        await fetch(new URL(path, origin), {
          method,
          headers: { ...bearer(token), ...content, ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      )
    },
  }
}

/** The header that a token is sent in. */
export function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` }
}

/** Begins the usual application, and answers with its id. */
export async function begin(owner: Client, applicationId = 'fernhill'): Promise<string> {
  const { json } = await owner.send('POST', '/applications', { ...input, applicationId })
  return json.applicationId
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /[/+]json$/.test(response.headers.get('Content-Type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  }
}

async function ownerAt(origin: string): Promise<Client> {
  const url = new URL('/owners', origin)
  const response = await fetch(url, { method: 'POST', headers: bearer(operatorToken) })
  return client(origin, await response.json())
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'afterview-server-'))
}
