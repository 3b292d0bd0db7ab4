export { type ChildProcessOptions, createChildProcessAdapter } from './isolation/child-process.ts'
export { type WorkerThreadOptions, createWorkerThreadAdapter } from './isolation/worker-thread.ts'
