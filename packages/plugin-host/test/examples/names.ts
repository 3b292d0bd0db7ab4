export type { Names } from '../golden/nudges-names.ts'
