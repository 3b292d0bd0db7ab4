import { IsolationLimits } from './adapter-kit.js';
import { PluginDescription, IsolationAdapter } from './index.js';

/** What the adapter uses of a worker: a browser's own, or one of {@link createFramedWorker}. */
interface PluginWorker {
    postMessage(message: unknown, transfer: Transferable[]): void;
    addEventListener(type: 'message', listener: () => void): void;
    addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
    terminate(): void;
}
/** How the workers are made that plugins run in. */
interface WebWorkerOptions extends IsolationLimits {
    /**
     * Makes a worker that runs this package's `web-worker-bootstrap` as a module, such as
     * `() => new Worker('/afterview/web-worker-bootstrap.js', { type: 'module' })`. The file is whole
     * in itself: it can be served as it is.
     */
    readonly createWorker: (plugin: PluginDescription) => PluginWorker;
}
/**
 * Runs each plugin in a Web Worker of its own.
 *
 * A plugin that throws or loops for ever does not stop the page, and it has no DOM. A worker of the
 * page's own origin is no security boundary: it keeps `fetch` with cookies and IndexedDB; see
 * {@link createFramedWorker}. The browser gives no limit for memory.
 */
declare function createWebWorkerAdapter(options: WebWorkerOptions): IsolationAdapter;

/** Where a framed worker lives. */
interface FramedWorkerOptions {
    /**
     * A page of another origin whose only script is this package's `frame-bootstrap`, with
     * `web-worker-bootstrap.js` beside it. What its plugins may load and reach is for the
     * `content-security-policy` of that page and of that file: `script-src` for their code,
     * `connect-src` for the network, `frame-ancestors` for who may embed it.
     */
    readonly page: string | URL;
    /** Where the hidden frame is put. Default: the body of the document. */
    readonly container?: Element;
}
/**
 * Makes a worker inside a hidden, sandboxed frame of another origin: it has neither the cookies nor
 * the databases of this page, and the network that its own policy gives it.
 * @throws {AfterviewError} `frame-same-origin` when the page would be no boundary.
 */
declare function createFramedWorker(options: FramedWorkerOptions): PluginWorker;

export { createFramedWorker, createWebWorkerAdapter };
export type { FramedWorkerOptions, PluginWorker, WebWorkerOptions };
