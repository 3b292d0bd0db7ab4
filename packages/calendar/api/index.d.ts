import { AgendaKind, AgendaItem } from '@afterview/core';
import { ErrorFacts } from '@afterview/time';

/** Minutes before the start at which an entry reminds, the important one first, at most three. */
interface AlarmPlan {
    /** For entries with a time. 0 is the start itself. */
    readonly timed: readonly number[];
    /** For whole days, counted from their first midnight: 900 is 09:00 on the day before. */
    readonly day: readonly number[];
}
/** Changes to {@link defaultAlarms} by kind; `{ timed: [], day: [] }` is silence. */
type AlarmOptions = Partial<Readonly<Record<AgendaKind, AlarmPlan>>>;
/**
 * Reminders by kind. Some clients keep the first alarm only, so it is the one that matters. The
 * offer's 24 and 48 hours are the policy's `offer.reminders`; the others are our own reasoning.
 */
declare const defaultAlarms: Readonly<Record<AgendaKind, AlarmPlan>>;

/** Something about one agenda item that could not be written as it stands. */
interface CalendarProblem {
    /** The item's id, or its place in the list (`items[3]`) where it has none. */
    readonly itemId: string;
    /** Stable identifier in kebab-case: a {@link ProblemCode}, or the code of a time error. */
    readonly code: string;
    /** What happened, with values. */
    readonly message: string;
    /** One action that mends it. */
    readonly fix: string;
    /** Whether the item has no entry. Otherwise the entry stands, changed as the message says. */
    readonly isLeftOut: boolean;
}
declare const table$1: {
    readonly 'item-malformed': (value: string) => {
        message: string;
        fix: string;
        isLeftOut: true;
    };
    readonly 'item-duplicate': (value: string) => {
        message: string;
        fix: string;
        isLeftOut: true;
    };
    readonly 'time-skipped': (value: string) => {
        message: string;
        fix: string;
        isLeftOut: false;
    };
    readonly 'end-before-start': (value: string) => {
        message: string;
        fix: string;
        isLeftOut: false;
    };
    readonly 'url-refused': (value: string) => {
        message: string;
        fix: string;
        isLeftOut: false;
    };
    readonly 'text-shortened': (value: string) => {
        message: string;
        fix: string;
        isLeftOut: false;
    };
    readonly 'callback-failed': (value: string) => {
        message: string;
        fix: string;
        isLeftOut: false;
    };
};
/** The codes of this package's own problems. */
type ProblemCode = keyof typeof table$1;

/** Where the host is asked for it; `undefined` and `''` mean that there is nothing to say. */
interface HostCallbacks {
    /** Where the host app shows an item; http(s) or mailto. */
    readonly url?: (item: AgendaItem) => string | undefined;
    /** The text of the item's letter, where it is ready. */
    readonly letter?: (item: AgendaItem) => string | undefined;
    /** Where it takes place: an address, a room, a meeting link. */
    readonly location?: (item: AgendaItem) => string | undefined;
    /**
     * Stays the same for as long as no answer of the others can have changed: then only items that
     * changed are asked about. Default: every item is asked about for every document.
     */
    readonly hostVersion?: () => string | number;
}

/** What an entry can leave out. */
declare const hideable: readonly ["company", "role", "person", "notes"];
/** Something that an entry can leave out where a calendar is shared. */
type Hidden = (typeof hideable)[number];

/**
 * How an item is known again: by its whole content, or by what the lifecycle counts of its changes:
 * id, revision, instant of the last change, and status.
 */
type KnownBy = 'content' | 'revision';

/** Who publishes or cancels: METHOD:PUBLISH and METHOD:CANCEL are not valid without. */
interface Organizer {
    readonly email: string;
    readonly name?: string;
}

/** The values of CLASS. */
declare const classifications: readonly ["PUBLIC", "PRIVATE", "CONFIDENTIAL"];
/** Who may see an entry in a shared calendar. */
type Classification = (typeof classifications)[number];

/** How a calendar names and writes its entries. Every field has a default. */
interface CalendarOptions extends HostCallbacks {
    /** Right-hand side of UIDs. Keep it for good: another one makes every entry a new one. Default `afterview`. */
    readonly domain?: string;
    /** PRODID. Default `-//Afterview//Calendar//EN`. */
    readonly productId?: string;
    /** Name shown for the whole calendar. Default: none. */
    readonly name?: string;
    /** BCP 47; `en`, `nl`, `de`, `fr` and `es` have words. Default `en`. */
    readonly locale?: string;
    /**
     * IANA zone of whoever reads it: descriptions show instants in it, and nothing but an interview
     * rings at night. Default: the zone of the due time, else UTC, is named, and alarms stay as planned.
     */
    readonly zone?: string;
    /** What entries leave out. Default: nothing. */
    readonly hide?: readonly Hidden[];
    /** Other reminders than `defaultAlarms`, by kind. */
    readonly alarms?: AlarmOptions;
    /** Default `PRIVATE`: in a shared work calendar others see that the time is taken, not why. */
    readonly classification?: Classification;
    /**
     * How an item is known again in the next document. `content`, the default, compares all of it,
     * so nothing that changed is ever missed. `revision` trusts the revision and `changedAt` that the
     * lifecycle counts, which is many times faster where the items are new objects, as a store gives
     * them; an item that was changed without a new revision keeps its old text.
     */
    readonly knownBy?: KnownBy;
    /** Characters of written entries kept for the next export. Default 16,000,000; 0 keeps none. */
    readonly cacheSize?: number;
}
/** What may differ between two documents of one calendar. */
interface DocumentOptions {
    /**
     * Instant at which the document is made. With it, items that closed more than `keepClosedDays`
     * ago are left out; without it, nothing is.
     */
    readonly now?: string;
    /** For how long closed items stay as cancelled, so that calendars see it. Default 30. */
    readonly keepClosedDays?: number;
    /** Default: the calendar's. */
    readonly name?: string;
    /** Default: the calendar's. */
    readonly locale?: string;
    /** Default: the calendar's. */
    readonly hide?: readonly Hidden[];
}
/** What a file of events may have beside. */
interface FileOptions extends DocumentOptions {
    /** How often subscribers should ask again, at least 60. Default: not said. */
    readonly refreshMinutes?: number;
    /** Makes the file a METHOD:PUBLISH message from this person. Default: no METHOD, no ORGANIZER. */
    readonly publishedBy?: Organizer;
}
/** How one entry is called off. */
interface CancellationOptions extends Pick<DocumentOptions, 'locale' | 'hide'> {
    /** Who cancels. METHOD:CANCEL is not valid without. */
    readonly organizer: Organizer;
    /** Instant of the cancellation. Default: the item's last change. */
    readonly at?: string;
}
/** A document, and what could not be written as it stands. */
interface CalendarDocument {
    /** `text/calendar`, UTF-8, CRLF at the end. */
    readonly text: string;
    /** `text` in UTF-8, for a file or a response: cheaper than encoding the text of a large calendar. */
    bytes(): Uint8Array<ArrayBuffer>;
    /**
     * `bytes()` in pieces, to be written one after the other to a file or a stream: nothing of a large
     * calendar is copied. The calendar keeps them for its next document, so they must not be changed.
     */
    parts(): readonly Uint8Array[];
    /** One per item and finding, in the order of the items. Empty: everything is in `text` as given. */
    readonly problems: readonly CalendarProblem[];
    /** How many entries `text` has. */
    readonly entries: number;
    /** The latest change of an item in `text`, as instant; absent where there is none. */
    readonly changedAt?: string;
}
/** Writes agenda items as iCalendar. The same items and options always give the same bytes. */
interface Calendar {
    /** A VCALENDAR with one VEVENT per item, for download or as a feed. */
    file(items: readonly AgendaItem[], options?: FileOptions): CalendarDocument;
    /** A VCALENDAR with one VTODO per item that the candidate has to do; interviews are none. */
    todos(items: readonly AgendaItem[], options?: DocumentOptions): CalendarDocument;
    /**
     * A METHOD:CANCEL file for one entry, to be opened or mailed. SEQUENCE is the item's revision + 1.
     * Throws `item-unusable` where the item cannot be written, `organizer-malformed`.
     */
    cancellation(item: AgendaItem, options: CancellationOptions): CalendarDocument;
    /** The UID under which `file` and `cancellation` write an item. */
    uid(itemId: string): string;
    /** Release of the time zone data that times were computed with, as far as it can be known. */
    readonly zoneData: string;
}
/**
 * Creates a calendar. It holds no items, only the text of entries that it wrote lately. Throws
 * `domain-malformed`, `locale-unknown`, `option-out-of-range` and the errors of `requireZone`.
 */
declare function createCalendar(options?: CalendarOptions): Calendar;

type Facts = Pick<ErrorFacts, 'happened' | 'fix'>;
/** Every misuse of this package: its code, what happened, and the one action that mends it. */
declare const table: {
    readonly 'domain-malformed': (d: {
        domain: string;
    }) => Facts;
    readonly 'locale-unknown': (d: {
        locale: string;
        known: readonly string[];
    }) => Facts;
    readonly 'organizer-malformed': (d: {
        email: string;
    }) => Facts;
    readonly 'option-out-of-range': (d: {
        name: string;
        value: unknown;
        range: string;
    }) => Facts;
    readonly 'token-bytes-wrong': (d: {
        given: number;
        wanted: number;
    }) => Facts;
    readonly 'skeleton-refused': (d: {
        reason: string;
    }) => Facts;
    readonly 'item-unusable': (d: {
        itemId: string;
        why: string;
    }) => Facts;
};
type Table = typeof table;
/** A stable error code of this package. */
type CalendarErrorCode = keyof Table;

/** Writes what a feed shows: a calendar, or something that asks one elsewhere. */
interface FeedWriter {
    file(items: readonly AgendaItem[], options?: FileOptions): FeedDocument | Promise<FeedDocument>;
}
/** What a feed needs of a document. With `parts`, an answer that nothing changed joins no bytes. */
type FeedDocument = Pick<CalendarDocument, 'bytes' | 'problems' | 'changedAt'> & Partial<Pick<CalendarDocument, 'parts'>>;
/** How a feed answers. */
interface FeedOptions {
    /** Writes the entries, unless a subscription brings its own. */
    readonly calendar: FeedWriter;
    /**
     * Finds the subscription of a token by its digest (see `createSubscriptionToken`), or answers
     * `undefined`. Called for well-formed tokens only.
     */
    readonly find: (digest: string) => Subscription | undefined | Promise<Subscription | undefined>;
    /** The present instant, ISO; decides which closed items are still shown. */
    readonly now: () => string;
    /** Told what could not be written as it stands, since a feed has nowhere to show it. */
    readonly onProblems?: (problems: readonly CalendarProblem[], digest: string) => void;
    /** Path before the token. Default `/calendar/`. */
    readonly path?: string;
    /** How often clients should ask again, at least 60. Default 60. Many decide for themselves. */
    readonly refreshMinutes?: number;
}
/** What one token opens. */
interface Subscription {
    /** Digest of the token that opens it; compared again, in constant time. */
    readonly digest: string;
    /** The items to show, or how to get them. */
    readonly items: readonly AgendaItem[] | (() => readonly AgendaItem[] | Promise<readonly AgendaItem[]>);
    /** Default: the feed's. */
    readonly calendar?: FeedWriter;
    /** What this subscription shows differently: its name, its locale, what it hides. */
    readonly options?: Pick<FileOptions, 'name' | 'locale' | 'hide' | 'keepClosedDays'>;
}
/** Serves calendars to those who subscribe. */
interface Feed {
    /**
     * Answers a GET or HEAD of `<path><token>.ics`. 200 with a strong ETag, 304 on If-None-Match,
     * 404 for anything else, 405 for other methods. Never looks at Accept. Rejects only if one of the
     * callbacks or the writer fails.
     */
    respond(request: Request): Promise<Response>;
    /** The addresses of a token's feed at an origin such as `https://jobs.example.org`. */
    addresses(token: string, origin: string): FeedAddresses;
}
/** Two forms of one address. */
interface FeedAddresses {
    /** For clients in which an address is pasted. */
    readonly https: string;
    /** Opens the subscription dialog of calendar programs. */
    readonly webcal: string;
}
/** Creates a feed. Throws `option-out-of-range`. A feed is not a reminder service: clients ask when they like, some once a day. */
declare function createFeed(options: FeedOptions): Feed;

/** What opens a feed. Give `token` to the person, keep `digest`. */
interface SubscriptionToken {
    /** 43 characters of `A–Z a–z 0–9 - _`: 256 random bits. */
    readonly token: string;
    /** SHA-256 of the token, hexadecimal: enough to recognise it, useless to open the feed. */
    readonly digest: string;
}
/**
 * Makes the token of a subscription from 32 random bytes: the ones passed, or the platform's
 * (`crypto.getRandomValues`). Throws `token-bytes-wrong`.
 */
declare function createSubscriptionToken(random?: Uint8Array): SubscriptionToken;
/** The digest under which a token is kept: SHA-256, hexadecimal. */
declare function tokenDigest(token: string): string;

export { createCalendar, createFeed, createSubscriptionToken, defaultAlarms, tokenDigest };
export type { AlarmOptions, AlarmPlan, Calendar, CalendarDocument, CalendarErrorCode, CalendarOptions, CalendarProblem, CancellationOptions, Classification, DocumentOptions, Feed, FeedAddresses, FeedDocument, FeedOptions, FeedWriter, FileOptions, Hidden, HostCallbacks, KnownBy, Organizer, ProblemCode, Subscription, SubscriptionToken };
