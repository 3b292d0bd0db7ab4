import { connect, createServer, type Socket } from 'node:net'

/** One port before several: a TCP load balancer, as stands before the nodes of a cluster. */
export interface Balancer {
  readonly port: number
  close(): Promise<void>
}

/** Hands each connection to one of the ports that `targets` names at that moment, in turn. */
export async function openBalancer(targets: () => readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>()
  let turn = 0
  const server = createServer((caller) => {
    const ports = targets()
    turn += 1
    const port = ports[turn % ports.length]
    if (port === undefined) caller.destroy()
    else join(caller, connect(port, '127.0.0.1'), sockets)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

/** When one side is gone, so is the other. */
function join(caller: Socket, node: Socket, sockets: Set<Socket>): void {
  for (const socket of [caller, node]) {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      sockets.delete(socket)
      caller.destroy()
      node.destroy()
    })
  }
  caller.pipe(node)
  node.pipe(caller)
}
