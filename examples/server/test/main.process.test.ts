import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { begin, client, main, startProcess, startServer } from './client.ts'

describe('the process', () => {
  test('on SIGTERM finishes the request that it is in, ends streams, takes no more, and exits with 0', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterview-process-'))
    const first = await startProcess({ AFTERVIEW_DATA: folder })
    const { child, origin } = first
    const maya = await first.addOwner()
    const id = await begin(maya)
    const headers = { Authorization: `Bearer ${maya.token}` }
    const stream = await fetch(`${origin}/changes`, { headers })
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
    expect(await stream.text()).toContain('event: reset')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    const again = await startProcess({ AFTERVIEW_DATA: folder })
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

test('a process that cannot listen says why, and ends', async () => {
  const { origin } = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'afterview-process-'))
  const env = { ...process.env, PORT: new URL(origin).port, AFTERVIEW_DATA: folder }
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^address-unusable: .*EADDRINUSE.*Fix: set PORT/)
})

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
