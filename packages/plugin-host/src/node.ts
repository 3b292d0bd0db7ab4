export { type ChildProcessOptions, createChildProcessAdapter } from './isolation/child-process.ts'
export { type WorkerThreadOptions, createWorkerThreadAdapter } from './isolation/worker-thread.ts'
export { type LintResult, lintPluginFolder } from './lint-folder.ts'
export { type PluginFolder, openPluginFolder } from './plugin-folder.ts'
