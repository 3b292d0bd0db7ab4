import { B as BusinessCalendar, H as HolidayCalendar } from './holiday-calendar-hash.js';

/**
 * Where a search starts: a wall time in the zone (`YYYY-MM-DDTHH:mm`, resolved `compatible`), or
 * an instant, which stays exact in the hour that clocks show twice.
 */
type Anchor = {
    readonly local: string;
    readonly instant?: never;
} | {
    readonly instant: string;
    readonly local?: never;
};

/**
 * What to do with a date that is no business day: take the `following` or the `preceding` one, or
 * the following one unless that is in the next month, and then the preceding (`modifiedFollowing`).
 */
type RollConvention = 'following' | 'preceding' | 'modifiedFollowing';
/** Whether people work on a date: neither weekend nor holiday. */
declare function isBusinessDay(date: string, calendar: BusinessCalendar): boolean;
/** The date itself where it is a business day, else the first business day after it. */
declare function nextBusinessDay(date: string, calendar: BusinessCalendar): string;
/**
 * The `count`-th business day after a date, or before it where negative. The day itself is never
 * counted, so it may be a weekend or a holiday; `0` answers {@link nextBusinessDay}.
 * Throws `holiday-year-out-of-range` where the holidays of a year on the way are not known.
 */
declare function plusBusinessDays(date: string, count: number, calendar: BusinessCalendar): string;
/**
 * Business days after `a` up to and including `b`; the negative where `b` is earlier. So from a
 * business day, `businessDaysBetween(a, plusBusinessDays(a, n))` is `n`.
 */
declare function businessDaysBetween(a: string, b: string, calendar: BusinessCalendar): number;
/** Moves a date that is no business day to one that is; a business day stays. */
declare function roll(date: string, convention: RollConvention, calendar: BusinessCalendar): string;

/** Checks a date, `YYYY-MM-DD` in the years 1970 to 2199, and returns it. Throws `date-malformed`. */
declare function requireDate(text: string): string;
/** ISO weekday of a date: 1 = Monday … 7 = Sunday. */
declare function isoWeekday(date: string): number;
/** The date `days` calendar days later, or earlier where negative. */
declare function addCalendarDays(date: string, days: number): string;
/** The same day `months` months later, or earlier where negative; the month's last day where it is shorter. */
declare function addCalendarMonths(date: string, months: number): string;
/** Calendar days from `a` to `b`: negative where `b` is earlier. */
declare function calendarDaysBetween(a: string, b: string): number;

/** A calendar day as the people of a zone live it. */
interface ZonedDay {
    /** `YYYY-MM-DD`. */
    readonly date: string;
    /** IANA zone. */
    readonly zone: string;
}
/**
 * The first instant of a local day. Not always midnight: in Cairo some days begin at 01:00. A day
 * that a zone left out (Samoa, 2011-12-30) begins and ends at the same instant.
 */
declare function startOfDay({ date, zone }: ZonedDay): string;
/**
 * The first instant that no longer belongs to a local day: the start of the next one. Days last
 * 23, 24 or 25 hours, now and then something else, so "until 23:59:59" is never right.
 */
declare function endOfDayExclusive({ date, zone }: ZonedDay): string;

/** What an error of this project carries beside its text. */
interface ErrorFacts {
    /** What happened, with ids and values, as a sentence without a final stop. */
    readonly happened: string;
    /** One action that mends it, as an imperative sentence without a final stop. */
    readonly fix: string;
    /** The ids and values of the text as data, for programs. JSON only. */
    readonly details?: Readonly<Record<string, unknown>>;
    /** The error that led to this one. */
    readonly cause?: unknown;
}
declare const BRAND: unique symbol;
/**
 * The one error class of Afterview: a stable `code`, what happened, and `Fix:` one action.
 * Recognise it with {@link isAfterviewError}, which also holds across two copies of the package.
 */
declare class AfterviewError extends Error {
    /** Stable identifier in kebab-case, such as `zone-unknown`. */
    readonly code: string;
    /** One action that mends it. */
    readonly fix: string;
    /** The ids and values of the text as data. */
    readonly details: Readonly<Record<string, unknown>>;
    readonly [BRAND] = true;
    constructor(code: string, facts: ErrorFacts);
}
/** Whether a thrown value is an {@link AfterviewError}, from this or another copy of the package. */
declare function isAfterviewError(value: unknown): value is AfterviewError;

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>;
/** Every error of zones, dates and business days: its code, what happened, and the one action that mends it. */
declare const table: {
    readonly 'instant-malformed': (d: {
        text: unknown;
        why: string;
    }) => Facts;
    readonly 'instant-out-of-range': (d: {
        ms: number;
    }) => Facts;
    readonly 'date-malformed': (d: {
        text: unknown;
        why: string;
    }) => Facts;
    readonly 'date-out-of-range': (d: {
        from: string;
        result: string;
    }) => Facts;
    readonly 'count-malformed': (d: {
        name: string;
        value: unknown;
    }) => Facts;
    readonly 'local-malformed': (d: {
        text: unknown;
        why: string;
    }) => Facts;
    readonly 'time-malformed': (d: {
        text: unknown;
    }) => Facts;
    readonly 'disambiguation-unknown': (d: {
        value: unknown;
    }) => Facts;
    readonly 'wall-time-missing': (d: {
        local: string;
        zone: string;
        suggestions: readonly string[];
    }) => {
        happened: string;
        fix: string;
    };
    readonly 'wall-time-ambiguous': (d: {
        local: string;
        zone: string;
        choices: readonly string[];
    }) => {
        happened: string;
        fix: string;
    };
    readonly 'zone-abbreviation': (d: {
        zone: string;
        suggestions: readonly string[];
    }) => Facts;
    readonly 'zone-fixed-offset': (d: {
        zone: string;
    }) => Facts;
    readonly 'zone-unknown': (d: {
        zone: unknown;
        suggestions: readonly string[];
    }) => Facts;
    readonly 'weekend-malformed': (d: {
        weekend: unknown;
        why: string;
    }) => Facts;
    readonly 'holiday-year-out-of-range': (d: {
        region: string;
        date: string;
        range: readonly string[];
    }) => {
        happened: string;
        fix: string;
    };
    readonly 'holiday-region-unknown': (d: {
        region: unknown;
        suggestions: readonly string[];
    }) => Facts;
    readonly 'business-day-none': (d: {
        date: string;
        days: number;
    }) => Facts;
    readonly 'roll-convention-unknown': (d: {
        value: unknown;
    }) => Facts;
    readonly 'send-hours-malformed': (d: {
        from: string;
        to: string;
    }) => Facts;
    readonly 'send-delay-malformed': (d: {
        minDelayHours: unknown;
        maxDelayHours: unknown;
    }) => Facts;
};
type Table = typeof table;
/** A stable error code of this package's zones, dates and business days. */
type TimeErrorCode = keyof Table;

/**
 * An instant in its one canonical text: UTC, seconds, and a fraction of three digits only where
 * it is not zero, such as `2026-11-25T14:30:00Z`. Takes ISO 8601 with `Z` or an offset `±HH:mm`;
 * digits beyond the millisecond are cut off. Throws `instant-malformed` for anything else,
 * impossible dates, `24:00`, leap seconds and years outside 1970 to 2199 included.
 */
declare function parseInstant(text: string): string;
/** Milliseconds since 1970-01-01T00:00Z of an instant. Throws `instant-malformed`. */
declare function instantMs(instant: string): number;
/** The canonical text of an instant, from milliseconds since 1970. Throws `instant-out-of-range`. */
declare function instantFromMs(ms: number): string;
/** Negative, zero or positive, as `a` is before, at or after `b`; for `Array.prototype.sort`. */
declare function compareInstants(a: string, b: string): number;

/** A point of absolute time: `at` is an ISO 8601 instant in UTC, such as `2026-11-25T14:30:00Z`. */
interface InstantMoment {
    readonly kind: 'instant';
    readonly at: string;
}
/**
 * A clock time that a person chose: `local` (`YYYY-MM-DDTHH:mm`) on the clocks of `zone` (IANA).
 * The instant is computed when it is needed, so newer zone data heals an old record.
 */
interface WallMoment {
    readonly kind: 'wall';
    readonly local: string;
    readonly zone: string;
}
/** A whole calendar day, `date` (`YYYY-MM-DD`), as the people in `zone` (IANA) live it. */
interface DayMoment {
    readonly kind: 'day';
    readonly date: string;
    readonly zone: string;
}
/** When something is: an instant, a wall time with its zone, or a whole day. */
type Moment = InstantMoment | WallMoment | DayMoment;
/**
 * The instant (ISO, UTC) at which a moment begins: an instant itself, a wall time resolved
 * `compatible`, the first instant of a day.
 */
declare function momentStart(moment: Moment): string;
/** The instant (ISO, UTC) at which a moment is over: of a day, the start of the next; else its start. */
declare function momentEnd(moment: Moment): string;
/**
 * The date, `YYYY-MM-DD`, on which somebody in `zone` notes a moment. A day keeps its own date
 * in every zone: "by 4 December" is a name, not an instant.
 */
declare function momentDate(moment: Moment, zone: string): string;
/**
 * Whether two moments say the same: of one kind, and the same instant, wall time or date with the
 * same zone name. A wall time and the instant that it means today are not the same, since newer
 * zone data may part them.
 */
declare function sameMoment(a: Moment, b: Moment): boolean;

/** Days on which nothing happens. Both absent: every day works. */
interface RestDays {
    /** ISO weekdays of rest. Default none. */
    readonly weekend?: readonly number[];
    /** Dates (`YYYY-MM-DD`), or a calendar. Default none. */
    readonly holidays?: readonly string[] | HolidayCalendar;
}

/**
 * When something may be sent: a delay in elapsed hours from the anchor (such as the end of an
 * interview), hours of the recipient's day, and working days if asked.
 */
type SendWindowInput = Anchor & RestDays & {
    /** IANA zone of the recipient. */
    readonly zone: string;
    /** Elapsed hours from 0; fractions are fine. */
    readonly minDelayHours: number;
    /** Elapsed hours, not below the minimum. Inclusive. */
    readonly maxDelayHours: number;
    /** First allowed time of day in the zone, `HH:mm`. */
    readonly from: string;
    /** Last allowed time of day in the zone, `HH:mm`, inclusive and not before `from`. */
    readonly to: string;
};
/** When to send, or that no time fits. */
type SendWindow = {
    readonly kind: 'instant';
    /** The first allowed instant. */
    readonly instant: string;
    /** How long it stays allowed: the end of that day's allowed hours, or of the delay where that is sooner. Inclusive. */
    readonly until: string;
} | {
    readonly kind: 'none';
    /** The last allowed instant that is too early for the delay, or `null` where that lies before the anchor. */
    readonly before: string | null;
    /** The first allowed instant that is too late for the delay. */
    readonly after: string;
};
/**
 * The first instant that keeps a delay and falls into allowed hours of the recipient. Where none
 * does, the answer says so and names the nearest choices: nothing is moved silently.
 */
declare function sendWindow(input: SendWindowInput): SendWindow;

/**
 * What to do with a wall time that does not exist (a gap) or exists twice (an overlap).
 *
 * | | gap | overlap |
 * | --- | --- | --- |
 * | `compatible` | moved forward by the length of the gap | the earlier |
 * | `earlier` | moved back by the length of the gap | the earlier |
 * | `later` | moved forward by the length of the gap | the later |
 * | `reject` | error with suggestions | error with both choices |
 *
 * Deadlines use `later`, so that they are never cut short; sending uses `compatible`; a time that
 * a person types uses `reject`.
 */
type Disambiguation = 'compatible' | 'earlier' | 'later' | 'reject';
/** A wall time, `YYYY-MM-DDTHH:mm` or with `:ss`, on the clocks of an IANA zone. */
interface WallTime {
    readonly local: string;
    readonly zone: string;
    /** Default `compatible`. */
    readonly disambiguation?: Disambiguation;
}
/**
 * The instant at which the clocks of a zone show a wall time. The answer depends on the arguments
 * and the zone data only, never on today's date or the process's zone. Throws `local-malformed`,
 * and under `reject` `wall-time-missing` or `wall-time-ambiguous`.
 */
declare function toInstant(input: WallTime): string;
/** The date, `YYYY-MM-DD`, that people in `zone` have at an instant. */
declare function localDate(instant: string, zone: string): string;
/** The time of day, `HH:mm`, that clocks in `zone` show at an instant. */
declare function localTime(instant: string, zone: string): string;
/** The wall time, `YYYY-MM-DDTHH:mm`, that clocks in `zone` show at an instant. Seconds are cut off. */
declare function localDateTime(instant: string, zone: string): string;
/** An instant as people in `zone` read it, with seconds and offset: `2026-11-25T15:30:00+01:00`. */
declare function toLocalIso(instant: string, zone: string): string;

/**
 * The instant `hours` elapsed hours after a wall time, fractions and negative numbers included.
 * Over a clock change this is another time of day: 24 hours is not "tomorrow at this time".
 */
declare function addHours(input: WallTime & {
    readonly hours: number;
}): string;
/**
 * The same wall time `days` calendar days later, or earlier where negative. Resolved once, at the
 * end: only the last day's clock change counts.
 */
declare function addDays(input: WallTime & {
    readonly days: number;
}): string;
/**
 * The same wall time `months` calendar months later, or earlier where negative, on the month's
 * last day where it is shorter. Count from the anchor, not step by step: 31 January plus two
 * months is 31 March, plus one and one is 28 March.
 */
declare function addMonths(input: WallTime & {
    readonly months: number;
}): string;
/** `at` (`HH:mm`) on the day after the one that people in `zone` have at `instant`. */
declare function tomorrowAt(input: {
    readonly instant: string;
    readonly zone: string;
    readonly at: string;
    /** Default `compatible`. */
    readonly disambiguation?: Disambiguation;
}): string;

/**
 * The first instant, at or after the anchor, that is `at` (`HH:mm`) on a working day of the zone.
 * Before `at` on a working day that is the same day. Wall times are resolved `compatible`.
 */
declare function nextWorkingMorning(input: Anchor & RestDays & {
    readonly zone: string;
    readonly at: string;
}): string;

/**
 * Checks the name of a time zone and returns it. Takes `UTC` and IANA names `Area/City`, aliases
 * and `Etc/GMT+5` (whose sign is opposite: it is UTC−5) included. Throws `zone-abbreviation`
 * (`CET`, `BST`), `zone-fixed-offset` (`+02:00`) or `zone-unknown`, each with a suggestion.
 */
declare function requireZone(name: string): string;
/** Whether {@link requireZone} takes the name. */
declare function isZone(name: string): boolean;

/**
 * The newest release of the IANA time zone data that the runtime is known to hold at least, such
 * as `2026c`: found by asking for one fact that each release introduced, since a browser does not
 * tell. Later releases that this package does not know yet, or that changed nothing after 1970,
 * read as the last one it knows; anything before 2024a reads as `2023`. Compare as text.
 *
 * For diagnostics and tests. Nothing depends on it: keep wall times with their zone, and newer
 * data heals them on reading.
 */
declare function zoneDataVersion(): string;

/** One way to understand a phrase. */
interface Reading {
    /** Stable name of this understanding, such as `by`, `saturday-works` or `next-weekday`. */
    readonly id: string;
    /** First date, `YYYY-MM-DD`, inclusive. */
    readonly earliest: string;
    /** Last date, inclusive; `null` where the words set no end. */
    readonly latest: string | null;
    readonly businessDays: boolean;
    /** Why the words can be understood this way, as a sentence in English without a final stop. */
    readonly reason: string;
}
/** What an employer's words say about when the answer comes. Dates are local to the zone that was passed. */
interface Timeframe {
    /** First date on which the answer may come, `YYYY-MM-DD`, inclusive. */
    readonly earliest: string;
    /** Last date, inclusive; `null` where the words set no end ("not before Monday"). */
    readonly latest: string | null;
    /** Time of day, `HH:mm`, from which on the first date. Absent where the words name none. */
    readonly earliestTime?: string;
    /** Time of day, `HH:mm`, until which on the last date. Absent where the words name none. */
    readonly latestTime?: string;
    /** Whether the words counted business days. */
    readonly businessDays: boolean;
    /** `firm` where the words bind the speaker (see {@link parseTimeframe}), else `soft`. */
    readonly commitment: 'firm' | 'soft';
    /** The part of the text that the window was read from. */
    readonly matchedText: string;
    /** Where that part begins and ends, in UTF-16 units of the text. */
    readonly matchedRange: readonly [start: number, end: number];
    /** Every understanding of that part: the chosen one first. Never empty. */
    readonly readings: readonly Reading[];
    /** Language whose table read the text: `en`, `nl`, `de`, `fr` or `es`. */
    readonly locale: string;
}

/** When and where words were said. */
interface TimeframeOptions {
    /** The instant at which the words were said, ISO 8601 with offset. */
    readonly reference: string;
    /** IANA zone of the employer: dates are those of its clocks. */
    readonly zone: string;
    /** BCP 47 tag. Its language chooses the table; an unknown language or none leaves it to the text. */
    readonly locale?: string;
    /** Holidays, or weekend and holidays, by which business days are counted. Default: Saturday and Sunday are free. */
    readonly holidays?: HolidayCalendar | BusinessCalendar;
}
/**
 * What an employer's words say about when the answer comes, as a window of dates, or `null` where
 * they say nothing about it. Reads whole spoken sentences in English, Dutch, German, French and
 * Spanish; of several statements the last one counts. Never reads the clock.
 *
 * No text makes it throw. Malformed options do (`instant-malformed`, `zone-unknown`,
 * `weekend-malformed`), and so do holidays that do not know a year that has to be counted through
 * (`holiday-year-out-of-range`) or that leave no day to work on (`business-day-none`).
 */
declare function parseTimeframe(text: string, options: TimeframeOptions): Timeframe | null;

export { AfterviewError, BusinessCalendar, HolidayCalendar, addCalendarDays, addCalendarMonths, addDays, addHours, addMonths, businessDaysBetween, calendarDaysBetween, compareInstants, endOfDayExclusive, instantFromMs, instantMs, isAfterviewError, isBusinessDay, isZone, isoWeekday, localDate, localDateTime, localTime, momentDate, momentEnd, momentStart, nextBusinessDay, nextWorkingMorning, parseInstant, parseTimeframe, plusBusinessDays, requireDate, requireZone, roll, sameMoment, sendWindow, startOfDay, toInstant, toLocalIso, tomorrowAt, zoneDataVersion };
export type { Anchor, DayMoment, Disambiguation, ErrorFacts, InstantMoment, Moment, Reading, RestDays, RollConvention, SendWindow, SendWindowInput, TimeErrorCode, Timeframe, TimeframeOptions, WallMoment, WallTime, ZonedDay };
