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
  | `mod:${'this' | 'next' | 'nexts' | 'coming' | 'afterNext' | 'last' | 'following'}`
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
  | 'article'
  | 'fill'
  | 'every'
  | 'per'
  | 'link'
  | 'correct'
  | 'hedge'
  | 'firm'
  | 'filler'
  | 'not'
  | 'condition'
  | 'past'
  | 'answer'
  | 'aside'
  | 'event'
  | 'take'
  | 'plain'
  | 'person'
  | 'future'
  | 'counted'
  | 'place'

/**
 * The words of one language, as data. Every string lists alternatives separated by `|`; a part in
 * parentheses has alternatives of its own, so `next(er|e|)` is three words. Accents, capitals and
 * hyphens do not matter; an apostrophe is written as a space. Positional lists (`numbers`,
 * `months` …) separate their places by spaces, so a place holds single words. A `~` before a word
 * marks a form that is also a name or another word (*May*, *sat*): it counts as a date only where
 * the words around it leave no doubt.
 */
export interface LocaleTable {
  /** ISO 639 language code. */
  readonly language: string
  /** The endings that `+` stands for. */
  readonly endings: string
  /** How verbs of the past end, where other words rarely do. */
  readonly pastEnding?: string
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
  /** What a weekday written as one word with a time of day ends in: term and endings. */
  readonly weekdayEndings?: Readonly<Partial<Record<TermName, string>>>
  /** What a month written as one word with a part ends in: term and endings. */
  readonly monthEndings?: Readonly<Partial<Record<TermName, string>>>
  /** Words that stand for several terms in a row: the terms separated by spaces, and the words. */
  readonly sequences?: Readonly<Record<string, string>>
  /** Every other word, by what it means. */
  readonly words: Readonly<Partial<Record<TermName, string>>>
  readonly habits: LocaleHabits
}

/** Where languages differ in what the same construction means. */
export interface LocaleHabits {
  /** *Next Friday* is the Friday of next `week`, or the first Friday to `come`. */
  readonly nextWeekday: 'week' | 'come'
  /** *In the next week* are the seven days from now, not the calendar week. */
  readonly hasRollingNext?: true
  /** *Monday week* is a week after Monday, and *a week on Monday* too. */
  readonly hasWeekdayWeek?: true
  /** `before` and a length of time: *antes de dos semanas* is within it; German *vor* is ago; Dutch *voor* is for. */
  readonly hasBeforeLength?: true
  /** Numbers of days that also stand for whole weeks: 8 for one, 15 for two. */
  readonly idiomDays?: readonly number[]
  /** Dates may be written `15.12.`. */
  readonly hasDottedDates?: true
  /** *Le 15* is a day of the month: article and number suffice. */
  readonly hasBareMonthDay?: true
  /** *Een week of twee* is about two weeks, not one or two. */
  readonly hasUnitOrNumber?: true
  /** *For Friday* means by Friday. */
  readonly hasForAsBy?: true
  /** *Before Friday* is often meant to include Friday. */
  readonly hasLooseBefore?: true
  /** A ten and its unit may be joined by *and*: *vingt et un*. */
  readonly hasAndAfterTen?: true
  /** Verbs need no pronoun. */
  readonly dropsPronouns?: true
  /** Umlauts may be written `ae oe ue`. */
  readonly hasDigraphs?: true
  /** Last day of the festive season, as month and day of January; 1 January where absent. */
  readonly festiveEnd?: number
}
