import { processLine } from './lines.ts'
import { type PeerName, serveOver } from './peers.ts'

/** A child process that answers every call with what it is given. */
serveOver(process.argv[2] as PeerName, processLine(process))
process.send?.('ready')
