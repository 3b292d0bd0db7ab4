import type { JsonObject } from '../json-value.ts'
import type { HostSurface } from '../surface.ts'

/** What a verb of the command line is given. */
export interface Invocation {
  /** Words after the verb. */
  readonly words: readonly string[]
  readonly surface: HostSurface
  readonly today: string
  readonly isJson: boolean
  readonly isCheck: boolean
  readonly out: string | undefined
  readonly context: JsonObject
  readonly print: (text: string) => void
}
