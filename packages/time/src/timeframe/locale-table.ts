/** A length of time that can be counted or pointed at. `wday` is a business day that may include Saturday. */
export type UnitName =
  | 'minute'
  | 'hour'
  | 'day'
  | 'bday'
  | 'wday'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'half'
  | 'semester'
  | 'year'

/** Feasts and other landmarks of the year; `feast.ts` knows their dates. */
export type FeastName =
  | 'christmas'
  | 'christmasEve'
  | 'boxingDay'
  | 'newYearsEve'
  | 'newYear'
  | 'newYearTurn'
  | 'betweenYears'
  | 'startOfYear'
  | 'festive'
  | 'break'
  | 'summerBreak'
  | 'epiphany'
  | 'easter'
  | 'holyWeek'
  | 'ascension'
  | 'pentecost'
  | 'thanksgiving'
  | 'nicholas'
  | 'bridge'
  | 'schoolStart'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter'

/** How words place an answer relative to a point or a length of time. */
export type RelationName =
  | 'by'
  | 'until'
  | 'before'
  | 'after'
  | 'from'
  | 'within'
  | 'during'
  | 'in'
  | 'on'
  | 'at'
  | 'towards'
  | 'for'
  | 'since'
  | 'ago'
  | 'between'
  | 'about'
  | 'latest'
  | 'earliest'
  | 'atLeast'
  | 'atMost'

/** What a word of a table may mean: a kind, a colon, and which one of its kind. */
export type TermName =
  | `unit:${UnitName}`
  | `units:${Exclude<UnitName, 'half' | 'semester' | 'weekend' | 'fortnight'>}`
  | `rel:${RelationName}`
  | `mod:${'this' | 'same' | 'next' | 'nexts' | 'coming' | 'afterNext' | 'last' | 'following'}`
  | `part:${'early' | 'mid' | 'late' | 'end' | 'later'}`
  | `quant:${'one' | 'few' | 'couple' | 'good' | 'over' | 'another'}`
  | `num:${'0.5' | '1.5'}`
  | `dozen:${'8' | '10' | '15'}`
  | `day:${'-1' | '0' | '1' | '2'}`
  | `time:${'morning' | 'noon' | 'afternoon' | 'evening' | 'close' | 'am' | 'pm' | 'clock'}`
  | `feast:${FeastName}`
  | `conj:${'and' | 'or' | 'to'}`
  | 'ord:-1'
  | 'biweekly'
  | 'andHalf'
  | 'weekOf'
  | 'weekNumber'
  | 'quarterNumber'
  | 'now'
  | 'back'
  | 'thereupon'
  | `article:${'any' | 'of' | 'plural'}`
  | 'fill'
  | 'every'
  | 'per'
  | 'link'
  | 'correct'
  | 'hedge'
  | 'firm'
  | 'filler'
  | 'not'
  | 'only'
  | 'condition'
  | 'past'
  | 'answer'
  | 'aside'
  | 'step'
  | 'request'
  | 'event'
  | 'take'
  | 'plain'
  | 'person'
  | 'future'
  | 'place'

/**
 * The words of one language, as data. Every string lists alternatives separated by `|`; a part in
 * parentheses has alternatives of its own, so `next(er|e|)` is three words. Accents, capitals and
 * hyphens do not matter; an apostrophe is written as a space. Positional lists (`numbers`,
 * `months` …) separate their places by spaces, so a place holds single words. A `~` before a weekday or
 * month marks a form that is also a name or another word (*May*, *sat*): it counts as a date only where
 * the words around it leave no doubt.
 */
export interface LocaleTable {
  /** ISO 639 language code. */
  readonly language: string
  /** Where the language differs in what the same construction means: names of {@link HabitName}, separated by spaces. */
  readonly habits: string
  /** The endings that `+` stands for. */
  readonly endings: string
  /** A regular expression of verbs of the past, where other words rarely look so. */
  readonly pastShape?: string
  /** Cardinal numbers 0 to 19. */
  readonly numbers: string
  /** Cardinal numbers 21 and up, where they are single words. */
  readonly moreNumbers?: string
  /** 20, 30 … 90. */
  readonly tens: string
  /** Ordinal numbers 1 to 19, as far as the language uses them in dates or before *week*. */
  readonly ordinals: string
  /** Ordinal 20 and 30; absent where dates are cardinal. */
  readonly tensOrdinals?: string
  /** The word between a unit and the ten that follows it, in languages that say five-and-twenty. */
  readonly unitBeforeTen?: string
  /** Monday to Sunday. */
  readonly weekdays: string
  /** January to December. */
  readonly months: string
  /**
   * What a weekday written as one word with a time of day ends in. An ending means what it means as
   * a word, or what is written behind `=`.
   */
  readonly weekdayEndings?: string
  /** What a month written as one word with a part or unit ends in. */
  readonly monthEndings?: string
  /** Words that mean as much as several others of the table in a row: those, and the words. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Every other word, by what it means. */
  readonly words: Readonly<Partial<Record<TermName, string>>>
}

/** A table as it is read: its fields and terms by name, folded; what it leaves out is absent. */
export type Table = Readonly<Record<string, string>>

/** The fields of a table beside its words, in the order in which they are packed. */
export const fieldNames = [
  'language',
  'habits',
  'endings',
  'pastShape',
  'numbers',
  'moreNumbers',
  'tens',
  'ordinals',
  'tensOrdinals',
  'unitBeforeTen',
  'weekdays',
  'months',
  'weekdayEndings',
  'monthEndings',
  'aliases',
] as const satisfies readonly Exclude<keyof LocaleTable, 'words'>[]

/**
 * Habits of languages.
 *
 * - `next-week`: *next Friday* is the Friday of next week; without it, the first Friday to come.
 * - `rolling-next`: *in the next week* are the seven days from now, not the calendar week.
 * - `weekday-week`: *Monday week* is a week after Monday, and *a week on Monday* too.
 * - `month-first`: some write the month first, so `3/12` may be 12 March.
 * - `before-length`: `before` takes a length of time: *antes de dos semanas* is within it; but German *vor* is ago, Dutch *voor* is for.
 * - `idiom-8`, `idiom-15`: so many days also stand for one or two whole weeks.
 * - `dotted-dates`: dates may be written `15.12.`.
 * - `bare-day`: *le 15* is a day of the month: article and number suffice.
 * - `unit-or-number`: *een week of twee* is about two weeks, not one or two.
 * - `for-as-by`: *for Friday* means by Friday.
 * - `loose-before`: *before Friday* is often meant to include Friday.
 * - `and-after-ten`: a ten and its unit may be joined by *and*: *vingt et un*.
 * - `bare-verbs`: verbs need no pronoun.
 * - `compounds`: nouns are joined to one word, of which the last part is the thing: *Herbstferien*.
 * - `digraphs`: umlauts may be written `ae oe ue`.
 * - `three-kings`: the festive season lasts to 6 January, elsewhere to the 1st.
 */
export type HabitName =
  | 'next-week'
  | 'rolling-next'
  | 'weekday-week'
  | 'before-length'
  | 'month-first'
  | 'idiom-8'
  | 'idiom-15'
  | 'dotted-dates'
  | 'bare-day'
  | 'unit-or-number'
  | 'for-as-by'
  | 'loose-before'
  | 'and-after-ten'
  | 'bare-verbs'
  | 'compounds'
  | 'digraphs'
  | 'three-kings'
