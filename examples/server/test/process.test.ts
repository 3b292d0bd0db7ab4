import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { begin, client, operatorToken } from './client.ts'

const main = join(import.meta.dirname, '..', 'src', 'main.ts')

async function startProcess(folder: string): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      AFTERVIEW_DATA: folder,
      AFTERVIEW_OPERATOR_TOKEN: operatorToken,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const chunk of child.stdout) {
    const origin = /listening on (\S+?),/.exec(String(chunk))?.[1]
    if (origin !== undefined) return { child, origin }
  }
  throw new Error('the server ended before it listened')
}

describe('the process', () => {
  test('on SIGTERM finishes the request that it is in, ends streams, takes no more, and exits with 0', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterview-process-'))
    const { child, origin } = await startProcess(folder)
    const headers = { Authorization: `Bearer ${operatorToken}` }
    const key = await (await fetch(`${origin}/owners`, { method: 'POST', headers })).json()
    const maya = client(origin, key)
    const id = await begin(maya)
    const stream = await fetch(`${origin}/changes`, {
      headers: { Authorization: `Bearer ${maya.token}` },
    })
    const event = JSON.stringify({ type: 'interview.ended' })
    const half = connect(Number(new URL(origin).port), '127.0.0.1')
    const answers = readAll(half)
    const head = `Host: x\r\nAuthorization: Bearer ${maya.token}\r\n`
    half.write(
      `GET /health HTTP/1.1\r\nHost: x\r\n\r\nPOST /applications/${id}/events HTTP/1.1\r\n${head}` +
        `Content-Type: application/json\r\nContent-Length: ${event.length}\r\n\r\n${event.slice(0, 10)}`,
    )
    // The first request is answered, so the first half of the second has arrived with it.
    await once(half, 'data')
    child.kill('SIGTERM')
    await refused(origin)
    half.write(event.slice(10))
    expect(await answers).toMatch(/^HTTP\/1\.1 200 [^]*HTTP\/1\.1 200 [^]*"accepted":true/)
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    const again = await startProcess(folder)
    const found = await client(again.origin, maya).send('GET', `/applications/${id}`)
    expect(found.json.machine.value).toBe('followUp')
    again.child.kill('SIGINT')
    expect((await once(again.child, 'exit'))[0]).toBe(0)
  })
})

function readAll(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk) => (text += String(chunk)))
    socket.on('error', reject).on('close', () => resolve(text))
  })
}

/** Resolves once new connections are refused. */
async function refused(origin: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${origin}/health`)
    } catch {
      return
    }
  }
}
