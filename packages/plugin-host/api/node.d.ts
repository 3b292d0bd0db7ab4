import { IsolationLimits } from './adapter-kit.js';
import { IsolationAdapter } from './index.js';

/** Limits of the processes that plugins run in. */
interface ChildProcessOptions extends IsolationLimits {
    /** Most of the JavaScript heap that survives collection, in MiB. Buffers do not count. Default 128. */
    readonly heapMb?: number;
    /** Further folders that every plugin may read, as absolute paths. Default: none but its own. */
    readonly readableFolders?: readonly string[];
    /** The first file of every process. Default: the one of this package; needed when it was bundled. */
    readonly bootstrap?: URL;
}
/**
 * Runs each plugin in a process of its own, with an empty environment, no terminal and Node's
 * permission flags: it reads its own folder and writes nothing, and starts neither threads nor
 * processes.
 *
 * That keeps accidents away, not malice: the network is open, and Node says itself that the flags
 * do not stop malicious code.
 */
declare function createChildProcessAdapter(options?: ChildProcessOptions): IsolationAdapter;

/** Limits of the threads that plugins run in. */
interface WorkerThreadOptions extends IsolationLimits {
    /** Most of the JavaScript heap that survives collection, in MiB. Buffers do not count. Default 128. */
    readonly heapMb?: number;
    /** Stack in MiB. Default 4. */
    readonly stackMb?: number;
    /** The first file of every thread. Default: the one of this package; needed when it was bundled. */
    readonly bootstrap?: URL;
}
/**
 * Runs each plugin in a worker thread of its own, with an empty environment.
 *
 * A plugin that throws, loops for ever, calls `process.exit` or fills its heap does not take the
 * application down. That is no security boundary: it can read files, use the network and fill
 * memory with buffers.
 */
declare function createWorkerThreadAdapter(options?: WorkerThreadOptions): IsolationAdapter;

export { createChildProcessAdapter, createWorkerThreadAdapter };
export type { ChildProcessOptions, WorkerThreadOptions };
