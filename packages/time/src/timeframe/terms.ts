import { feastDates } from './feast.ts'

/**
 * Everything that a word, number or shape can mean: kinds with their values. Tables fill those up
 * to `place`; the others are meanings of numbers, positional lists and digits. A meaning stands for
 * one character of the text as the grammar reads it (see {@link codeOf}).
 */
export const termNames: readonly string[] =
  `unit:minute/hour/day/bday/wday/weekend/week/fortnight/month/quarter/half/semester/year units:minute/hour/day/bday/wday/week/month/year rel:by/until/before/after/from/within/during/in/on/at/towards/for/since/ago/between/about/latest/earliest/atLeast/atMost mod:this/same/next/nexts/coming/afterNext/last/following part:early/mid/late/end/later quant:one/few/couple/good/over/another num:0.5/1.5 dozen:8/10/15 day:-1/0/1/2 time:morning/noon/afternoon/evening/close/am/pm/clock feast:${Object.keys(feastDates).join('/')} conj:and/or/to ord:-1 biweekly andHalf weekOf weekNumber quarterNumber now back thereupon article:any/of/plural fill every per link correct hedge firm filler not only condition past answer aside step request event take plain person future place num:digits/word/ten ord:digits/word weekday:sure/weak month:sure/weak range pair:dash/slash/dot/comma triple iso clock:h/colon quarterOfYear word`
    .split(' ')
    .flatMap((term) => {
      const [kind, values] = term.split(':')
      return values ? values.split('/').map((value) => `${kind}:${value}`) : term
    })

/** Codes begin behind those of punctuation, which stands for itself. */
const firstCode = 256

/** By term, and all of a kind by the kind. */
const codes: Readonly<Record<string, string>> = termNames.reduce<Record<string, string>>(
  (all, name, index) => {
    const [kind = ''] = name.split(':')
    const code = String.fromCharCode(firstCode + index)
    all[kind] = (all[kind] ?? '') + code
    all[name] = code
    return all
  },
  {},
)

/** The character of a term, or those of a kind. */
export function codeOf(name: string): string {
  return codes[name] ?? ''
}

/** The value of a code: `week` of `unit:week`; empty where it has none. */
export function valueOf(code: string): string {
  return termNames[code.charCodeAt(0) - firstCode]?.split(':')[1] ?? ''
}

/**
 * The regular expression of a pattern over codes. It is written as one, with names for characters:
 * a term (`unit:week`), several of a kind (`rel:by/until`), a whole kind (`mod`), `mark` for any
 * punctuation, `_` for up to four articles and words that fill, `~` for those around one *in*, *on*
 * or *to*. White space does not count.
 */
export function patternOf(pattern: string, flags: 'y' | 'dy' | 'g' | ''): RegExp {
  const known = patterns[flags].get(pattern)
  if (known) return known
  const source = pattern
    .replaceAll('~', '_(?:(?:rel:in/on/at/during|conj:to)_)?')
    .replaceAll('_', '(?:article|fill){0,4}')
    .replace(names, classOf)
    .replace(/\s/g, '')
  const shape = new RegExp(source, flags)
  patterns[flags].set(pattern, shape)
  return shape
}

const patterns = {
  y: new Map<string, RegExp>(),
  dy: new Map<string, RegExp>(),
  g: new Map<string, RegExp>(),
  '': new Map<string, RegExp>(),
}

/** Names between parentheses make one class, which is faster than alternatives. */
const names = /(?<=^|[(:=!])[a-z][\w:/.-]*(?:\|[a-z][\w:/.-]*)*(?=$|\))|[a-z][\w:/.-]*/gi

/** The class of one name, or of several between parentheses; marks have all codes but those of terms. */
function classOf(list: string): string {
  const classes = list.split('|').flatMap((name) => {
    if (name === 'mark') return '\\0-\u00ff\u0200-\uffff'
    const [kind = '', values] = name.split(':')
    return values ? values.split('/').map((value) => codeOf(`${kind}:${value}`)) : codeOf(kind)
  })
  return `[${classes.join('')}]`
}
