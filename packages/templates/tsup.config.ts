import { packageConfig } from '../../tsup.base.ts'

const shared = packageConfig(import.meta.dirname)

/**
 * Each file of `src` stays a file of its own in `dist`, so that an app's bundler leaves out what
 * the app does not use: mustache where only drafts are made, the checks of packs where packs are
 * only read.
 */
export default {
  ...shared,
  entry: ['src/**/*.ts'],
  dts: { entry: shared.entry },
  treeshake: { moduleSideEffects: false },
}
