/** A string variable. `format` narrows what it may hold. */
export interface StringSchema {
  readonly type: 'string'
  /** `date` is `YYYY-MM-DD`; `uri` is http, https or mailto; `email` is one address. */
  readonly format?: 'date' | 'uri' | 'email'
  readonly description?: string
}

/** A finite number. */
export interface NumberSchema {
  readonly type: 'number'
  readonly description?: string
}

/** A switch for sections; it cannot be printed. */
export interface BooleanSchema {
  readonly type: 'boolean'
  readonly description?: string
}

/** A list of strings or of objects, for sections. */
export interface ListSchema {
  readonly type: 'array'
  readonly items: StringSchema | ObjectSchema
  readonly description?: string
}

/** An object. Names that are not in `properties` are refused; those not in `required` are optional. */
export interface ObjectSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, ValueSchema>>
  readonly required?: readonly string[]
  readonly description?: string
}

/** The subset of JSON Schema in which a kind declares its variables. */
export type ValueSchema = StringSchema | NumberSchema | BooleanSchema | ListSchema | ObjectSchema

/** `letter` becomes a mail, `script` is spoken on the phone, `note` is for the candidate alone. */
export type LetterOutput = 'letter' | 'script' | 'note'

/** What must be present before a letter is ready to send. */
export type LetterNeed = 'detail' | 'interest'

/** How long a letter should be. */
export interface LetterLimits {
  /** Words of the text: under `min` and over `max` warn, over `fail` is an error. */
  readonly words?: { readonly min?: number; readonly max?: number; readonly fail?: number }
  /** Graphemes of the subject: over `max` warns. */
  readonly subject?: { readonly max?: number }
}

/** What every template of a kind has in common, whatever its locale and tone. */
export interface KindContract {
  readonly kind: string
  readonly output: LetterOutput
  readonly variables: ObjectSchema
  readonly limits?: LetterLimits
  readonly needs?: readonly LetterNeed[]
  /** A whole view in English, optional variables included. */
  readonly sample: Readonly<Record<string, unknown>>
  /** The same for other locales. */
  readonly samples?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
