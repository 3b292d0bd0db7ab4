import { defineConfig } from 'tsup'

/**
 * The bootstrap files once more, each whole in itself: a confined process may read little else, a
 * page can serve one as it is, and places start faster. Runs after the usual build.
 */
export default defineConfig({
  entry: ['worker-thread', 'child-process', 'web-worker', 'frame'].map(
    (name) => `src/isolation/${name}-bootstrap.ts`,
  ),
  outDir: 'dist/isolation',
  format: ['esm'],
  target: 'es2024',
  platform: 'neutral',
  external: [/^node:/],
  noExternal: [/^(?!node:)/],
  clean: false,
  sourcemap: true,
  splitting: false,
  treeshake: true,
})
