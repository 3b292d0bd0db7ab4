/** Something that was registered and can be taken back. Disposing twice does nothing. */
export interface Disposable {
  dispose(): void
}
