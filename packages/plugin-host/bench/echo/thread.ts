import { type MessagePort, workerData } from 'node:worker_threads'
import { type PeerName, serveOver } from './peers.ts'
import { threadLine } from './lines.ts'

/** A worker thread that answers every call with what it is given. */
const { peer, port }: { peer: PeerName; port: MessagePort } = workerData
serveOver(peer, threadLine(port))
