import { IsolationLimits } from './adapter-kit.js';
import { IsolationAdapter } from './index.js';
import { PluginManifest, Diagnostic, HostSurface, PluginPackage } from './index.js';

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
 *
 * Plugins of the same affinity group share a thread, its heap and its fate: when one of them has to
 * be ended, the others end with it, and the host starts them again.
 */
declare function createWorkerThreadAdapter(options?: WorkerThreadOptions): IsolationAdapter;

/** What a linter found in the folder of a plugin. */
interface LintResult {
    /** Absent when the manifest cannot be used. */
    readonly manifest?: PluginManifest;
    /** In order of place. */
    readonly diagnostics: readonly Diagnostic[];
    readonly hasErrors: boolean;
}
/**
 * Checks a plugin as its author has it: the manifest, its texts in every language, and every file
 * that it names. `today` is `YYYY-MM-DD`.
 */
declare function lintPluginFolder(path: string, surface: HostSurface, today: string): Promise<LintResult>;

/** A plugin's folder, opened. */
interface PluginFolder extends PluginPackage {
    /** The text of its `package.json`, so that findings have lines. */
    readonly manifest: string;
    readonly baseUrl: string;
    readonly read: (path: string) => Promise<string>;
}
/**
 * Opens the folder of a plugin. Files are read only inside it, also when links lead elsewhere.
 * Rejects with `plugin-folder-unreadable` when there is no `package.json`.
 */
declare function openPluginFolder(path: string): Promise<PluginFolder>;

export { createChildProcessAdapter, createWorkerThreadAdapter, lintPluginFolder, openPluginFolder };
export type { ChildProcessOptions, LintResult, PluginFolder, WorkerThreadOptions };
