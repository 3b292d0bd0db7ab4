/** Text, a value tag, a comment or a set-delimiter tag: `[type, value, start, end]`. */
export type LeafToken = readonly [
  type: 'text' | 'name' | '&' | '!' | '=',
  value: string,
  start: number,
  end: number,
]

/** A section or an inverted section, with the tokens inside it. */
export type SectionToken = readonly [
  type: '#' | '^',
  value: string,
  start: number,
  end: number,
  children: readonly Token[],
  closeStart: number,
]

/** A partial tag: what stands before it on its line, its index there, whether that line has text. */
export type PartialToken = readonly [
  type: '>',
  value: string,
  start: number,
  end: number,
  indentation: string,
  tagIndex: number,
  lineHasText: boolean,
]

/** One token of a parsed template, in the shape that mustache gives it. */
export type Token = LeafToken | SectionToken | PartialToken
