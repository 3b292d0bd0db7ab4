/** A plugin as the embedder hands it over. Its code is not touched until an event wants it. */
export interface PluginPackage {
  /** The `package.json`, as text (then findings have lines) or as a value. */
  readonly manifest: unknown
  /** URL of the folder, ending in a slash: `main` and `browser` are resolved against it. */
  readonly baseUrl?: string
  /** Gives the URL of a file, for plugins that are no folder. Instead of `baseUrl`. */
  readonly resolve?: (path: string) => string
  /** Gives the module, for plugins that live in the embedder's own bundle. They can only run inline. */
  readonly load?: () => Promise<unknown>
  /** Reads a file of the plugin as text, by the path in the manifest: texts, letters, holidays. */
  readonly read?: (path: string) => Promise<string>
  /**
   * The same at once, for packages that are in memory. With it, data that only synchronous
   * questions want, such as holidays, is read when it is first wanted.
   */
  readonly readNow?: (path: string) => string
}
