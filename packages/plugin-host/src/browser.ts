export { type FramedWorkerOptions, createFramedWorker } from './isolation/framed-worker.ts'
export {
  type PluginWorker,
  type WebWorkerOptions,
  createWebWorkerAdapter,
} from './isolation/web-worker.ts'
