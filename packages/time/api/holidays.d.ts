import { HolidayCalendar } from './index.js';

/** One public holiday. */
interface PublicHoliday {
    /** `YYYY-MM-DD`. */
    readonly date: string;
    /** In a language of the place. */
    readonly name: string;
}
/**
 * The public holidays of a country (`NL`) or of a part of it (`DE-BY`, `GB-SCT`), 2020 to 2040, by
 * the rules of today's law; days that a government adds later are not in it. A country's code
 * holds the days that all of its parts share. Throws `holiday-region-unknown` with the nearest
 * known code; the calendar throws `holiday-year-out-of-range` outside its years.
 */
declare function holidayCalendar(region: string): HolidayCalendar;
/** The holidays of a region in a year, in order. Throws like {@link holidayCalendar}. */
declare function holidaysIn(region: string, year: number): readonly PublicHoliday[];
/** The codes that {@link holidayCalendar} knows, in order. */
declare function holidayRegions(): readonly string[];
/**
 * A calendar with more days off: what a government announced, a festival of the moon, the days
 * between the years. `dates` maps `YYYY-MM-DD` to a name. The rest stays as it is, the range too.
 */
declare function withHolidays(calendar: HolidayCalendar, dates: Readonly<Record<string, string>>): HolidayCalendar;

export { holidayCalendar, holidayRegions, holidaysIn, withHolidays };
export type { PublicHoliday };
