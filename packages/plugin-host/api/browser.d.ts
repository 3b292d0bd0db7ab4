import { IsolationLimits } from './adapter-kit.js';
import { PluginDescription, IsolationAdapter } from './index.js';

/** How the workers are made that plugins run in. */
interface WebWorkerOptions extends IsolationLimits {
    /**
     * Makes a worker that runs this package's `web-worker-bootstrap` as a module. With a bundler:
     * `() => new Worker(new URL('./bootstrap.js', import.meta.url), { type: 'module', name })`.
     */
    readonly createWorker: (plugin: PluginDescription) => Worker;
}
/**
 * Runs each plugin in a Web Worker of its own.
 *
 * A plugin that throws or loops for ever does not stop the page, and it has no DOM. A worker of the
 * page's own origin is no security boundary: it keeps `fetch` with cookies and IndexedDB. The
 * browser gives no limit for memory.
 */
declare function createWebWorkerAdapter(options: WebWorkerOptions): IsolationAdapter;

export { createWebWorkerAdapter };
export type { WebWorkerOptions };
