/**
 * A plugin that does one wrong thing per command, to show what each isolation tier makes of it.
 * It is plain JavaScript without dependencies, as a bundler would give it.
 */
export const plugin = {
  activate(api) {
    const own = api.plugin.id.slice(api.plugin.id.indexOf('.') + 1)
    for (const [name, run] of Object.entries(faults)) {
      const id = `${own}.${name}`
      api.subscriptions.push(api.commands.register(id, (input) => run(input, api)))
    }
  },
}

const soon = (run) => setTimeout(() => run(), 1)

const forEver = () => {
  for (;;) Math.sqrt(2)
}

const deeper = (depth) => deeper(depth + 1) + 1

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const faults = {
  /** Nothing wrong: for comparison, and to see whether the place still lives. */
  echo: (input) => input,

  throw: () => {
    throw new RangeError('thrown on purpose', { cause: new Error('the cause') })
  },
  throwText: () => {
    throw 'a text instead of an error'
  },
  throwNothing: () => {
    throw undefined
  },
  reject: () => Promise.reject(new Error('rejected on purpose')),
  throwInTimer: () => {
    soon(() => {
      throw new Error('thrown in a timer')
    })
    return 'a timer was set'
  },
  rejectInBackground: () => {
    void Promise.reject(new Error('rejected in the background'))
    return 'nobody awaits it'
  },
  overflowStack: () => deeper(0),
  overflowStackInTimer: () => {
    soon(() => deeper(0))
    return 'a timer was set'
  },

  exit: () => process.exit(3),
  exitInTimer: () => {
    soon(() => process.exit(3))
    return 'a timer was set'
  },
  abort: () => process.abort(),
  closeWorker: () => self.close(),
  disconnect: () => process.disconnect(),
  killItself: () => {
    process.kill(process.pid, 'SIGKILL')
    return pause(60_000)
  },
  killParent: () => process.kill(process.ppid, 'SIGKILL'),

  fillHeap: () => {
    const kept = [Array.from({ length: 100_000 }, (_, n) => n)]
    for (;;) kept.push(kept[0].slice())
  },
  fillHeapSlowly: () => {
    const kept = []
    for (;;) kept.push(Array.from({ length: 10_000 }, () => kept.length))
  },
  fillBuffers: ({ mebibytes }) => {
    globalThis.kept = Array.from({ length: mebibytes }, () => new Uint8Array(1024 * 1024).fill(1))
    return globalThis.kept.length
  },

  loopForEver: () => forEver(),
  loopAfterAcknowledgement: async () => {
    await pause(1)
    forEver()
  },
  loopAfterAnswer: () => {
    soon(forEver)
    return 'a timer was set'
  },

  floodCalls: async ({ messages }, api) => {
    const seen = { done: 0, refused: 0, code: null }
    const refuse = ({ code }) => Object.assign(seen, { refused: seen.refused + 1, code })
    const calls = []
    for (let n = 0; n < messages; n += 1) {
      calls.push(api.context.set('bad-plugin.n', n).then(() => (seen.done += 1), refuse))
    }
    await Promise.all(calls)
    return seen
  },
  floodLog: ({ lines }, api) => {
    for (let n = 0; n < lines; n += 1) api.log.info(`line ${n}`)
    return lines
  },
  floodConsole: ({ lines }) => {
    for (let n = 0; n < lines; n += 1) console.log(`line ${n}`)
    return lines
  },
  floodOutput: ({ lines }) => {
    for (let n = 0; n < lines; n += 1) process.stdout.write(`line ${n}\n`)
    return lines
  },
  floodPort: async ({ messages }) => {
    const post = await rawPost()
    for (let n = 0; n < messages; n += 1) post(n)
    return 'posted'
  },
  logLongLine: (input) => {
    console.log('x'.repeat(input?.length ?? 80))
  },

  answerTooMuch: ({ bytes }) => 'x'.repeat(bytes),
  askTooMuch: ({ bytes }, api) => api.context.set('bad-plugin.big', 'x'.repeat(bytes)),
  answerFunction: () => () => 1,
  answerCycle: () => {
    const cycle = {}
    cycle.self = cycle
    return cycle
  },
  mutateInput: (input) => {
    'use strict'
    input.owner.name = 'changed by the plugin'
  },

  writeEnvironment: () => {
    process.env.BAD_PLUGIN = 'was here'
    return process.env.BAD_PLUGIN
  },
  readEnvironment: () => Object.keys(process.env),
  polluteObjectPrototype: () => {
    Reflect.set(Object.prototype, 'polluted', 'by the plugin')
    return {}.polluted
  },
  seePollution: () => ({}).polluted ?? null,
  answerPrototypeKey: () => JSON.parse('{"__proto__": {"polluted": "by an answer"}}'),
  changeFolder: ({ folder }) => {
    process.chdir(folder)
    return process.cwd()
  },

  readOwnFile: async () => {
    const { readFileSync } = await import('node:fs')
    return JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).name
  },
  readSystemFile: async ({ path }) => {
    const { readFileSync } = await import('node:fs')
    return readFileSync(path, 'utf8').length
  },
  writeFile: async ({ path }) => {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path, 'written by the plugin')
  },
  useNetwork: async ({ url }) => {
    if (typeof process === 'undefined') return (await fetch(url)).status
    const { createServer, connect } = await import('node:net')
    const server = createServer((socket) => socket.end('reached'))
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const text = await new Promise((resolve, reject) => {
      connect(server.address().port, '127.0.0.1').on('data', resolve).on('error', reject)
    })
    server.close()
    return String(text)
  },
  listDatabases: async () => (await indexedDB.databases()).map(({ name }) => name),
  startProcess: async () => {
    const { execFileSync } = await import('node:child_process')
    return execFileSync('/bin/sh', ['-c', 'echo started']).toString()
  },
  startThread: async () => {
    const { Worker } = await import('node:worker_threads')
    return new Promise((resolve, reject) => {
      const worker = new Worker('', { eval: true })
      worker.on('error', reject).on('exit', () => resolve('started'))
    })
  },
}

async function rawPost() {
  if (typeof process === 'undefined') return (message) => self.postMessage(message, [])
  const { parentPort } = await import('node:worker_threads')
  return parentPort === null
    ? (message) => process.send(message, () => undefined)
    : (message) => parentPort.postMessage(message, [])
}
