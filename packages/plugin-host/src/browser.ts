export { type WebWorkerOptions, createWebWorkerAdapter } from './isolation/web-worker.ts'
