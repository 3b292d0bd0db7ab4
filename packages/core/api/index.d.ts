import { Moment, HolidayCalendar } from '@afterview/time';
import * as xstate from 'xstate';
import { Actor } from 'xstate';

/**
 * Every letter, phone script or note that belongs to the time after an interview.
 * Names are recruiting words; a template pack fills each of them per locale and tone.
 */
declare const letterKinds: readonly ["closing-questions", "thank-you", "thank-you-coordinator", "second-round-thank-you", "check-in", "second-check-in", "holding-reply", "missed-interview", "accept-next-round", "acknowledge-offer", "request-extension", "negotiate-offer", "accept-offer", "decline-offer", "answer-rescinded-offer", "answer-rejection", "request-feedback", "withdraw", "withdraw-elsewhere", "reopen-contact", "offer-call", "rejection-call", "moving-on"];
/** The name of one letter, script or note; see {@link letterKinds}. */
type LetterKind = (typeof letterKinds)[number];

/** Every obligation that can stand on an agenda. */
declare const agendaKinds: readonly ["askTimeframe", "rebookInterview", "thankYou", "decisionExpected", "checkIn", "answerHolding", "sendInformation", "confirmSilence", "resumeApplication", "answerInvitation", "interview", "acknowledgeOffer", "requestExtension", "decideOffer", "offerAnswerExpected", "confirmAcceptance", "withdrawElsewhere", "thankReferences", "answerRescission", "replyToRejection", "askFeedback", "moveOn", "obligation"];
/** What has to be done, or is awaited; see {@link agendaKinds}. */
type AgendaKind = (typeof agendaKinds)[number];
/** Who holds the move: the candidate must act, or the employer is expected to. */
type Holder = 'candidate' | 'employer';
/**
 * Where a date comes from: `stated` by the employer, `derived` by policy from a stated date,
 * `assumed` by policy since no date was given, or `pinned` by the person.
 */
type Basis = 'stated' | 'derived' | 'assumed' | 'pinned';
/** How an item stands at a given now. The last three are final. */
type AgendaStatus = 'upcoming' | 'due' | 'overdue' | 'done' | 'skipped' | 'cancelled';
/** One obligation or expectation, as {@link Lifecycle.agenda} projects it for a given now. */
interface AgendaItem {
    /** Stable for the life of the obligation: `${applicationId}/${kind}[/${key}]`. */
    readonly id: string;
    readonly applicationId: string;
    readonly kind: AgendaKind;
    readonly holder: Holder;
    readonly status: AgendaStatus;
    /** When it must be done by, or is expected. */
    readonly due: Moment;
    /** The time in which it is good to do it, or in which it is expected. */
    readonly window?: {
        readonly from: Moment;
        readonly until: Moment;
    };
    readonly basis: Basis;
    /** The policy entry that made the date, where one did. */
    readonly policy?: {
        readonly key: string;
        readonly value: unknown;
        readonly source: string;
    };
    /** The event that started the count. */
    readonly anchor: {
        readonly event: string;
        readonly at: string;
    };
    /** Grows with every change that a calendar must see; never goes back. Starts at 0. */
    readonly revision: number;
    /** Instant (ISO, UTC) of the change that made this revision. */
    readonly changedAt: string;
    /** The letter or script that does it, where there is one. */
    readonly letter?: LetterKind;
    /** Whom it is about, where it is about one person: an interviewer's id. */
    readonly personId?: string;
    /** The round it belongs to, from 1. */
    readonly round: number;
    /** Facts that a sentence about the item needs, such as names. JSON strings only. */
    readonly facts: Readonly<Record<string, string>>;
}

/** What the core asks the outside to do after an accepted event. Data only; at least once, by `key`. */
type Effect = NotifyEffect | StageEffect | CloseEffect;
interface EffectBase {
    /** Stable key `${applicationId}/${revision}/${index}`: the same effect always has the same key. */
    readonly key: string;
    readonly applicationId: string;
    /** Instant (ISO, UTC) of the event that caused it. */
    readonly at: string;
}
/** Tell the person about something that happened without them: a due date came, silence grew. */
interface NotifyEffect extends EffectBase {
    readonly type: 'person.notify';
    /** The agenda item it is about. */
    readonly itemId: string;
    /** Why now, as the name of the timer or the event. */
    readonly cause: string;
}
/** The top-level state changed. */
interface StageEffect extends EffectBase {
    readonly type: 'stage.announce';
    readonly from: string;
    readonly to: string;
}
/** The application reached an end. */
interface CloseEffect extends EffectBase {
    readonly type: 'application.close';
    /** The substate of `closed`, such as `hired`. */
    readonly outcome: string;
}

/**
 * A point of time in input: an ISO 8601 instant with offset (`2026-11-25T15:30:00+01:00`),
 * or a clock time that a person chose, with its IANA zone.
 */
type TimePoint = string | {
    readonly local: string;
    readonly zone: string;
};
/** Somebody to write to. */
interface Contact {
    readonly name: string;
    readonly email?: string;
}
/** Somebody who held the interview. `id` is the host app's own and stays the same over rounds. */
interface Interviewer extends Contact {
    readonly id: string;
    readonly title?: string;
}
/** How an interview is held. */
type InterviewMedium = 'video' | 'phone' | 'onsite';
/** One interview round. */
interface Round {
    /** From 1. */
    readonly number: number;
    readonly medium: InterviewMedium;
    readonly startsAt?: TimePoint;
    /** When it ends by plan. `interview.ended` says when it really did. */
    readonly endsAt: TimePoint;
    readonly interviewers: readonly Interviewer[];
    /** Who arranges the interviews; receives the one note when addresses are missing. */
    readonly coordinator?: Contact;
}
/** The person whose application it is. */
interface Candidate {
    readonly name: string;
    readonly email?: string;
    /** IANA zone in which they live; their clock times are shown in it. */
    readonly zone: string;
    /** BCP 47, such as `en-GB`. Default `en`. */
    readonly locale?: string;
}
/** The employer. */
interface Company {
    readonly name: string;
    /** IANA zone in which its promises are meant. Default: the candidate's. */
    readonly zone?: string;
    /** ISO 3166-1 or 3166-2 code for its public holidays, such as `NL` or `DE-BY`. */
    readonly country?: string;
}
/** What a lifecycle starts from. */
interface StartInput {
    /** The host app's id of the application: 1–200 characters of `A–Z a–z 0–9 . _ -`. */
    readonly applicationId: string;
    readonly candidate: Candidate;
    readonly company: Company;
    readonly role: string;
    readonly round: Round;
}

/** A window of dates, inclusive, in the employer's zone. `latest: null` is open-ended. */
interface StatedWindow {
    /** `YYYY-MM-DD`. */
    readonly earliest: string;
    /** `YYYY-MM-DD`, or `null` for "not before `earliest`, no end given". */
    readonly latest: string | null;
}
/** How a message reached somebody. */
type Channel = 'spoken' | 'phone' | 'email' | 'letter' | 'portal';
/** What an offer says, as far as the person keeps it here. */
interface OfferTerms {
    readonly title?: string;
    readonly salary?: string;
    readonly startDate?: string;
    readonly notes?: string;
}
interface Fact<Type extends string> {
    readonly type: Type;
    /** When it happened: an ISO 8601 instant with offset. */
    readonly at: string;
}
interface TimeframeFact<Type extends string> extends Fact<Type> {
    /** The dates as understood; `null` when they said that they do not know. */
    readonly window: StatedWindow | null;
    /** The words as said. */
    readonly phrase?: string;
    readonly decidedBy?: string;
    readonly channel?: Channel;
    /** Whether they agreed to be asked once the window has passed. */
    readonly mayFollowUp?: boolean;
}
/** Everything that can happen to an application after an interview, as facts in the past tense. */
type LifecycleEvent = Fact<'interview.ended'> | Fact<'interview.missed'> | Fact<'timeframe.asked'> | TimeframeFact<'timeframe.given'> | TimeframeFact<'timeframe.revised'> | (Fact<'detail.noted'> & {
    readonly interviewerId: string;
    readonly topic: string;
}) | (Fact<'thankYou.sent'> & {
    readonly interviewerId: string;
}) | (Fact<'thankYou.skipped'> & {
    readonly interviewerId: string;
    readonly reason?: string;
}) | Fact<'checkIn.sent'> | (Fact<'agenda.pinned'> & {
    readonly itemId: string;
    readonly until: TimePoint;
}) | (Fact<'agenda.snoozed'> & {
    readonly itemId: string;
    readonly until: TimePoint;
}) | (Fact<'agenda.completed'> & {
    readonly itemId: string;
}) | (Fact<'employer.replied'> & {
    readonly kind: 'holding' | 'infoRequest' | 'other';
    readonly window?: StatedWindow | null;
    readonly phrase?: string;
    readonly text?: string;
}) | (Fact<'employer.held'> & {
    readonly reason?: string;
}) | (Fact<'employer.resumed'> & {
    readonly reason?: string;
}) | (Fact<'position.closed'> & {
    readonly reason?: string;
}) | (Fact<'application.paused'> & {
    readonly reason?: string;
    readonly until?: TimePoint;
}) | (Fact<'application.resumed'> & {
    readonly reason?: string;
}) | (Fact<'application.withdrawn'> & {
    readonly reason?: string;
}) | (Fact<'application.reopened'> & {
    readonly reason?: string;
}) | Fact<'silence.confirmed'> | (Fact<'nextRound.invited'> & {
    readonly round?: Partial<Round>;
    readonly respondBy?: TimePoint;
}) | (Fact<'nextRound.scheduled'> & {
    readonly round: Round & {
        readonly startsAt: TimePoint;
    };
}) | (Fact<'nextRound.declined'> & {
    readonly reason?: string;
}) | (Fact<'offer.extended'> & {
    readonly respondBy?: TimePoint;
    readonly medium: 'phone' | 'email' | 'letter';
    readonly terms?: OfferTerms;
}) | Fact<'offer.acknowledged'> | (Fact<'offer.extensionRequested'> & {
    readonly until?: TimePoint;
    readonly reason?: string;
}) | (Fact<'offer.extensionGranted'> & {
    readonly until: TimePoint;
}) | (Fact<'offer.extensionRefused'> & {
    readonly reason?: string;
}) | (Fact<'offer.countered'> & {
    readonly terms?: OfferTerms;
}) | (Fact<'offer.revised'> & {
    readonly terms?: OfferTerms;
    readonly version?: number;
    readonly respondBy?: TimePoint;
}) | Fact<'offer.accepted'> | (Fact<'offer.declined'> & {
    readonly reason?: string;
}) | (Fact<'offer.rescinded'> & {
    readonly reason?: string;
}) | (Fact<'offer.reneged'> & {
    readonly reason?: string;
}) | Fact<'employment.started'> | (Fact<'application.rejected'> & {
    readonly reason?: string;
    readonly medium?: 'phone' | 'email' | 'letter' | 'portal';
    readonly automatic?: boolean;
}) | Fact<'rejection.answered'> | Fact<'feedback.requested'> | (Fact<'feedback.received'> & {
    readonly text?: string;
}) | (Fact<'candidate.movedOn'> & {
    readonly lessons?: string;
});
/** The `type` of an event. */
type EventType = LifecycleEvent['type'];
/** The event of one type. */
type EventOf<Type extends EventType> = Extract<LifecycleEvent, {
    readonly type: Type;
}>;

/** A wake-up that the lifecycle waits for. Engines hold the same as a row or a delayed message. */
interface Timer {
    /** One per arming: a wake-up of an earlier visit to the same state carries another and does nothing. */
    readonly generation: number;
    /** Instant (ISO, UTC). Also the `at` of the firing, however late it comes. */
    readonly dueAt: string;
    /** The machine's own event. */
    readonly event: {
        readonly type: string;
    };
}
/** What a snapshot remembers of an agenda item, so that calendars see changes in order. */
type AgendaRecord = Omit<AgendaItem, 'status'> & {
    readonly state: 'open' | 'done' | 'skipped' | 'cancelled';
};
/** Everything there is to know about one application, as plain JSON. */
interface Snapshot {
    /** Version of this shape; see {@link Lifecycle.restore}. */
    readonly schemaVersion: number;
    readonly applicationId: string;
    /** Counts accepted events and fired timers; 0 after `start`. */
    readonly revision: number;
    /** The machine's persisted snapshot: `value` and `context` are of interest to readers. */
    readonly machine: MachineSnapshot;
    /** Agenda items by id, closed ones included. */
    readonly agenda: Readonly<Record<string, AgendaRecord>>;
    /** Rules of obligations that applied when the agenda was made: any other has come late. Absent: none. */
    readonly rules?: readonly string[];
    /** The last 64 idempotency keys, oldest first. */
    readonly keys: readonly string[];
    /** Armed timers by id. */
    readonly timers: Readonly<Record<string, Timer>>;
}
/** An XState v5 persisted snapshot, narrowed to what this package writes. */
interface MachineSnapshot {
    readonly status: 'active' | 'done';
    readonly value: string | Readonly<Record<string, unknown>>;
    readonly context: Readonly<Record<string, unknown>>;
    readonly [extra: string]: unknown;
}
/** The result of `start`. */
interface Started {
    readonly snapshot: Snapshot;
    readonly effects: readonly Effect[];
    /** Earliest `dueAt` of the armed timers, or `null`. */
    readonly wakeAt: string | null;
}
/** An event or a wake-up was taken. */
interface Accepted extends Started {
    readonly accepted: true;
    /** Nothing changed: the key was seen before, or the wake-up was stale. The snapshot is the one given. */
    readonly unchanged?: 'duplicate' | 'stale';
}
/** An event was refused; nothing changed. */
interface Refused {
    readonly accepted: false;
    readonly reason: Refusal;
    /** The events that the present state accepts. */
    readonly possible: readonly EventType[];
}
/** Why an event was refused. */
interface Refusal {
    readonly code: 'event-malformed' | 'event-unknown' | 'event-reserved' | 'event-not-possible' | 'event-out-of-order' | 'event-out-of-range';
    /** What happened, with ids and values. */
    readonly message: string;
    readonly fix: string;
    /** Path of the faulty field, such as `round.endsAt`. */
    readonly field?: string;
    readonly value?: unknown;
}
/** What `advance` answers. */
type Outcome = Accepted | Refused;

/** Open items before closed ones, then by due time, then by id. */
declare function compareItems(left: AgendaItem, right: AgendaItem): number;

/** The clock and timers of the platform: `{ now: Date.now, setTimeout, clearTimeout }`. */
interface Timeouts {
    /** Milliseconds since 1970. */
    now(): number;
    setTimeout(callback: () => void, ms: number): unknown;
    clearTimeout(handle: unknown): void;
}
/**
 * A clock for live XState actors whose timers are right beyond 2³¹−1 ms (24.8 days), where the
 * platform's own would fire at once, and after the machine has slept. An infinite delay never fires.
 */
declare function createLongClock(timeouts: Timeouts): Omit<Timeouts, 'now'>;

/** An event by name and instant, as the start of a count. */
interface Anchor {
    readonly event: string;
    /** Instant, ISO, UTC. */
    readonly at: string;
}
/** What became of a thank-you note. */
interface Thanks {
    readonly interviewerId: string;
    readonly outcome: 'sent' | 'skipped';
    readonly at: string;
}
/** One interview round with what happened in it. */
interface RoundRecord {
    readonly number: number;
    readonly medium: InterviewMedium;
    readonly startsAt: Moment | null;
    /** By plan. */
    readonly endsAt: Moment;
    readonly interviewers: readonly Interviewer[];
    readonly coordinator: Contact | null;
    readonly endedAt: string | null;
    readonly missedAt: string | null;
    readonly askedAt: string | null;
    readonly details: readonly {
        readonly interviewerId: string;
        readonly topic: string;
        readonly at: string;
    }[];
    readonly thanks: readonly Thanks[];
}
/** What the employer said about when they decide. */
interface Timeframe {
    /** `null`: they said that they do not know. */
    readonly window: StatedWindow | null;
    readonly phrase: string | null;
    readonly decidedBy: string | null;
    readonly channel: Channel | null;
    readonly mayFollowUp: boolean | null;
    readonly anchor: Anchor;
}
/** The wait for an answer in the current round. */
interface Wait {
    readonly timeframe: Timeframe | null;
    /** Where the count starts when no date was given: the interview, or a later word from the employer. */
    readonly anchor: Anchor;
    /** The last word from the employer, the interview included. */
    readonly lastWordAt: string;
    /** Every check-in of the round. */
    readonly checkIns: readonly string[];
    /** How many of them have been sent since the employer's last word. */
    readonly unanswered: number;
    /** A reply that wants an answer or some information. */
    readonly reply: {
        readonly kind: 'holding' | 'infoRequest' | 'other';
        readonly at: string;
        /** Counts the replies of the round, from 1. */
        readonly number: number;
    } | null;
    readonly heldAt: string | null;
    readonly paused: {
        readonly at: string;
        readonly until: Moment | null;
    } | null;
    /** The decisive answer of the round, once there is one. */
    readonly answer: Anchor | null;
}
/** An invitation to the next round that is not on the calendar yet. */
interface Invitation {
    readonly at: string;
    readonly respondBy: Moment | null;
}
/** An offer with what happened to it. */
interface OfferRecord {
    /** Counts the offers of this application, from 1. */
    readonly number: number;
    readonly extendedAt: string;
    /** The latest version's instant: the count for an answer starts here. */
    readonly versionAt: string;
    readonly version: number;
    readonly medium: 'phone' | 'email' | 'letter';
    readonly respondBy: Moment | null;
    readonly respondByAnchor: Anchor | null;
    readonly terms: OfferTerms | null;
    readonly acknowledgedAt: string | null;
    readonly counters: readonly string[];
    readonly extension: {
        readonly requestedAt: string;
        readonly outcome: 'granted' | 'refused' | null;
    } | null;
    readonly acceptedAt: string | null;
    readonly rescindedAt: string | null;
}
/** A refusal with what the candidate made of it. */
interface RejectionRecord {
    readonly at: string;
    readonly automatic: boolean;
    readonly medium: 'phone' | 'email' | 'letter' | 'portal' | null;
    readonly answeredAt: string | null;
    readonly feedbackRequestedAt: string | null;
    readonly feedbackReceivedAt: string | null;
}
/** A date that the person set on an item by hand. */
interface Pin {
    readonly until: Moment;
    readonly by: 'agenda.pinned' | 'agenda.snoozed';
    readonly at: string;
}
/** Everything that the machine remembers. Plain JSON. */
interface LifecycleContext {
    readonly applicationId: string;
    readonly candidate: Candidate;
    readonly company: Company & {
        readonly zone: string;
    };
    readonly role: string;
    /** The last one is the present round. */
    readonly rounds: readonly RoundRecord[];
    readonly wait: Wait;
    readonly invitation: Invitation | null;
    readonly offer: OfferRecord | null;
    readonly rejection: RejectionRecord | null;
    /** When and by which event the application ended, once it has. */
    readonly ended: Anchor | null;
    readonly movedOnAt: string | null;
    /** By agenda item id. */
    readonly pins: Readonly<Record<string, Pin>>;
    /** Items that the person called done, by id. */
    readonly completed: Readonly<Record<string, string>>;
    /** Instant of the last event, `null` before the first. Events come in order. */
    readonly lastEventAt: string | null;
    /** Instant of the last event or fired timer: the present, as far as the machine knows. */
    readonly lastAt: string;
}
/** The present round. */
declare function presentRound(context: LifecycleContext): RoundRecord;

/** One thing that is wrong with a value from outside. */
interface Problem {
    /** Path of the faulty field, such as `round.endsAt`; empty for the whole. */
    readonly field: string;
    readonly value: unknown;
    /** What is wrong, as the rest of a sentence that starts with the field. */
    readonly message: string;
    readonly fix: string;
}

/** Every type of event, in the order in which a candidate meets them. */
declare const eventTypes: readonly EventType[];
/** Whether a word is the type of an event. */
declare function isEventType(word: string): word is EventType;

/** How far the sources of a number can be trusted. `inference` is our own reasoning. */
type Strength = 'strong' | 'good' | 'moderate' | 'practice' | 'weak' | 'inference';
/** One number of the policy, with what it rests on. */
interface PolicyEntry<Value = unknown> {
    readonly value: Value;
    /** What the value counts, such as `business days after the stated date`. */
    readonly unit: string;
    /** Who says so, as shown to the person on request. */
    readonly source: string;
    /** When the sources were read, `YYYY-MM`. */
    readonly asOf: string;
    readonly strength: Strength;
}

/**
 * Every default number of the time after an interview, with its unit, its source and how far it
 * can be trusted. Most sources are North American career centres; customs elsewhere differ.
 */
declare const policyTable: {
    'closing.captureWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'thankYou.dueWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "strong";
    };
    'thankYou.lateUntil': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "strong";
    };
    'thankYou.fastTrack': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "good";
    };
    'checkIn.afterStated': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "good";
    };
    'checkIn.noDateGiven': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "good";
    };
    'checkIn.noDateGivenInSeason': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "moderate";
    };
    'season.holidays': {
        value: {
            from: string;
            until: string;
        }[];
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'checkIn.second': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "moderate";
    };
    'checkIn.max': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "practice";
    };
    'sending.from': {
        value: string;
        unit: string;
        source: string;
        asOf: string;
        strength: "practice";
    };
    'sending.at': {
        value: string;
        unit: string;
        source: string;
        asOf: string;
        strength: "practice";
    };
    'sending.until': {
        value: string;
        unit: string;
        source: string;
        asOf: string;
        strength: "practice";
    };
    'silence.flagAfter': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "weak";
    };
    'silence.presumeNo': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "moderate";
    };
    'hold.reviewAfter': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'reply.answerWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'invitation.answerWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'offer.acknowledgeWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "strong";
    };
    'offer.decideWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "moderate";
    };
    'offer.reminders': {
        value: number[];
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'offer.extension': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'offer.negotiate': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'offer.replyExpected': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'acceptance.confirmWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'acceptance.tellOthersWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
    'rejection.coolingOff': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "moderate";
    };
    'rejection.replyWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "moderate";
    };
    'rejection.feedbackWindow': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "moderate";
    };
    'rejection.moveOnWithin': {
        value: number;
        unit: string;
        source: string;
        asOf: string;
        strength: "inference";
    };
};

/** The names of the policy's entries. */
type PolicyKey = keyof typeof policyTable;
/** The value behind a key. */
type PolicyValue<Key extends PolicyKey> = (typeof policyTable)[Key]['value'];
/** A complete policy: every key with its entry. */
type Policy = {
    readonly [Key in PolicyKey]: PolicyEntry<PolicyValue<Key>>;
};
/** Ready-made temperaments: how soon to check in. */
type PolicyPreset = 'eager' | 'standard' | 'patient';
/** An override: a bare value, or a value with the source that it comes from. */
type PolicyOverride<Value> = Value | {
    readonly value: Value;
    readonly source: string;
    readonly asOf?: string;
};
/** What a host app may change. Default: the `standard` preset as it is. */
interface PolicyChoice {
    readonly preset?: PolicyPreset;
    readonly entries?: {
        readonly [Key in PolicyKey]?: PolicyOverride<PolicyValue<Key>>;
    };
}
/** The keys of the policy in the order of the table. */
declare const policyKeys: readonly PolicyKey[];
/**
 * Resolves a choice into a complete policy: table, then preset, then entries.
 * Throws `policy-preset-unknown`, `policy-key-unknown` or `policy-value-malformed`.
 */
declare function resolvePolicy(choice?: PolicyChoice): Policy;

/** Why an item has its date: in words, and as data for a host's own words. */
interface Explanation {
    readonly itemId: string;
    /** One to three sentences in English. Clock times are the candidate's, and the employer's where they differ. */
    readonly text: string;
    readonly basis: AgendaItem['basis'];
    readonly anchor: AgendaItem['anchor'];
    readonly policy?: PolicyEntry & {
        readonly key: string;
    };
}

/** The top-level states. */
declare const stages: readonly ["closing", "followUp", "waiting", "nextRound", "offer", "rejection", "closed"];
/** A top-level state. */
type Stage = (typeof stages)[number];
/** Where a lifecycle stands: the top-level state and the state inside it, empty where there is none. */
interface Place {
    readonly stage: Stage;
    readonly within: string;
}
/** Reads a place off a machine's state value. */
declare function placeOf(value: MachineSnapshot['value']): Place;
/** A place as one word, such as `waiting.quiet`. */
declare function placeName({ stage, within }: Place): string;

/** An item for the agenda beside those that the lifecycle itself makes. It changes no state. */
interface ObligationRule {
    /** Unique among the rules, such as `policy-ca-on.inform`; part of the item's id. */
    readonly id: string;
    /** What a person reads on the agenda. */
    readonly title: string;
    /** What the count starts from: an event, or entering a state such as `waiting` or `waiting.quiet`. */
    readonly on: {
        readonly event: EventType;
    } | {
        readonly state: string;
    };
    /** Who holds the move. Default `candidate`. */
    readonly holder?: Holder;
    readonly due: ObligationDue;
    /** The letter that does it. */
    readonly letter?: LetterKind;
    /** Events that make it done. Leaving the rule's world, or the end of the application, cancels it. */
    readonly doneOn?: readonly EventType[];
    /** Who says so, as shown to the person on request. Default: the rule's id. */
    readonly source?: string;
    /** Whether it holds for an application. Pure. Default: it always does. */
    readonly applies?: (context: LifecycleContext, place: Place) => boolean;
}
/**
 * How long after the start it is due. Days are counted in the zone of who holds the move: whole
 * days, or a clock time `HH:mm` of that day. Business days are the employer's.
 */
type ObligationDue = {
    readonly hours: number;
} | {
    readonly days: number;
    readonly at?: string;
} | {
    readonly businessDays: number;
    readonly at?: string;
};

/** The names of the machine's delays: what a lifecycle can wait for. */
declare const delayNames: readonly ["interviewOver", "closingCaptured", "thankYouDue", "thankYouLapsed", "checkInDue", "quiet", "presumedNo", "holdReview", "pauseOver", "invitationDue", "offerReminderFirst", "offerReminderLast", "offerLapsed", "employmentStarts", "cooledOff", "rejectionSettled"];
/** The name of one delay; see {@link delayNames}. */
type DelayName = (typeof delayNames)[number];

declare const statechart: xstate.StateMachine<LifecycleContext, LifecycleEvent, {}, never, {
    type: "record";
    params: xstate.NonReducibleUnknown;
} | {
    type: "reachDue";
    params: {
        delay: DelayName;
    };
} | {
    type: "notify";
    params: {
        kind: AgendaKind;
        cause: DelayName;
    };
}, {
    type: "hasEndedInterview";
    params: unknown;
} | {
    type: "isInterviewOver";
    params: unknown;
} | {
    type: "isInterviewAwaited";
    params: unknown;
} | {
    type: "isThanked";
    params: unknown;
} | {
    type: "isPaused";
    params: unknown;
} | {
    type: "isOnHold";
    params: unknown;
} | {
    type: "isPresumedNo";
    params: unknown;
} | {
    type: "isQuiet";
    params: unknown;
} | {
    type: "isCheckInDue";
    params: unknown;
} | {
    type: "hasCheckedIn";
    params: unknown;
} | {
    type: "isFeedbackWelcome";
    params: unknown;
} | {
    type: "isSaidInTime";
    params: unknown;
}, "interviewOver" | "closingCaptured" | "thankYouDue" | "thankYouLapsed" | "checkInDue" | "quiet" | "presumedNo" | "holdReview" | "pauseOver" | "invitationDue" | "offerReminderFirst" | "offerReminderLast" | "offerLapsed" | "employmentStarts" | "cooledOff" | "rejectionSettled", "closing" | "followUp" | {
    offer: "extensionRequested" | "accepted" | "received" | "considering" | "negotiating";
} | {
    rejection: "feedback" | "coolingOff" | "replying";
} | {
    waiting: "checkInDue" | "quiet" | "presumedNo" | "paused" | "settling" | "onHold" | "checkedIn" | "withinTimeframe";
} | {
    nextRound: "invited" | "scheduled";
} | {
    closed: "presumedNo" | "withdrawn" | "rescinded" | "reneged" | "notSelected" | "hired" | "declinedByCandidate" | "lapsed" | "positionClosed";
}, string, StartInput, xstate.NonReducibleUnknown, xstate.EventObject, xstate.MetaObject, {
    id: "lifecycle";
    states: {
        readonly closing: {
            id: string;
        };
        readonly followUp: {
            id: string;
        };
        readonly waiting: {
            id: string;
            states: {
                settling: {};
                withinTimeframe: {};
                checkInDue: {};
                checkedIn: {};
                quiet: {};
                presumedNo: {};
                onHold: {};
                paused: {};
            };
        };
        readonly nextRound: {
            id: string;
            states: {
                invited: {};
                scheduled: {};
            };
        };
        readonly offer: {
            id: string;
            states: {
                received: {};
                considering: {};
                negotiating: {};
                extensionRequested: {};
                accepted: {};
            };
        };
        readonly rejection: {
            id: string;
            states: {
                coolingOff: {};
                replying: {};
                feedback: {};
            };
        };
        readonly closed: {
            id: string;
            states: {
                hired: {};
                declinedByCandidate: {};
                withdrawn: {};
                reneged: {};
                lapsed: {};
                rescinded: {};
                notSelected: {};
                positionClosed: {};
                presumedNo: {};
            };
        };
    };
}, xstate.MetaObject>;
/** The machine of a lifecycle: a plain XState v5 machine. */
type LifecycleMachine = typeof statechart;

/** What a lifecycle is made with. All optional. */
interface LifecycleOptions {
    /** Preset and overrides. Default: the `standard` preset. */
    readonly policy?: PolicyChoice;
    /** Public holidays by the company's `country`. Default: none; only weekends rest. */
    readonly holidays?: HolidayCalendar | ((country: string) => HolidayCalendar | undefined);
    /** ISO weekdays of rest, 1 = Monday … 7 = Sunday. Default `[6, 7]`. */
    readonly weekend?: readonly number[];
    /** Items for the agenda beside those of the lifecycle itself. Default: none. */
    readonly obligations?: readonly ObligationRule[];
}
/** The time after an interview, as pure functions: facts in, data out. */
interface Lifecycle {
    /** A plain XState v5 machine, for actors, `useMachine` and Stately's tools. */
    readonly machine: LifecycleMachine;
    /** The resolved policy. */
    readonly policy: Policy;
    /** Begins a lifecycle. Throws `start-input-malformed`, naming every faulty field. */
    start(input: unknown): Started;
    /** Takes an event, or refuses it with a reason. Never throws on any event. */
    advance(snapshot: Snapshot, event: unknown, key?: string): Outcome;
    /** Fires a timer. A stale wake-up changes nothing. */
    wake(snapshot: Snapshot, timerId: string, generation: number): Accepted;
    /**
     * Fires every timer that is due at or before an instant, in due order: how things would stand
     * then, if nothing else happened.
     */
    catchUp(snapshot: Snapshot, until: string): Started;
    /** The agenda at an instant, open items first, most pressing first. */
    agenda(snapshot: Snapshot, options: {
        readonly now: string;
    }): readonly AgendaItem[];
    /** Why an item has its date. Throws `item-unknown`. */
    explain(snapshot: Snapshot, itemId: string): Explanation;
    /** The types of event that the present state accepts. */
    possibleEvents(snapshot: Snapshot): readonly EventType[];
    /** A snapshot as JSON text. */
    dump(snapshot: Snapshot): string;
    /** Reads a dumped snapshot, text or value, of this or an older schema. */
    restore(value: unknown): Snapshot;
}
/** Makes a lifecycle. Throws on a policy that cannot be resolved. */
declare function createLifecycle(options?: LifecycleOptions): Lifecycle;

/**
 * A live actor, not yet started, that goes on from a snapshot. XState forgets the timers of a
 * persisted state; this arms them with the time that is left. Timers that the
 * actor cancels, by leaving the state, are cancelled here too.
 */
declare function restoreActor(machine: LifecycleMachine, snapshot: Snapshot, timeouts: Timeouts): Actor<LifecycleMachine>;

/** What is wrong with a start input; empty where nothing is. */
declare function startInputProblems(value: unknown): readonly Problem[];
/** Whether a value from outside is a start input. */
declare function isStartInput(value: unknown): value is StartInput;

/** Version of the snapshot's shape that this package writes. */
declare const SCHEMA_VERSION = 1;
/** What a snapshot's machine remembers. The snapshot was made, or checked, by this package. */
declare function contextOf(snapshot: Snapshot): LifecycleContext;

/** The `interviewerId` of the one note to the coordinator, when addresses are missing. */
declare const COORDINATOR = "coordinator";
/**
 * Whom to thank in a round: each interviewer; where addresses are missing and there is a
 * coordinator, one note to the coordinator in place of those.
 */
declare function thankable(round: RoundRecord): readonly string[];

export { COORDINATOR, SCHEMA_VERSION, agendaKinds, compareItems, contextOf, createLifecycle, createLongClock, delayNames, eventTypes, isEventType, isStartInput, letterKinds, placeName, placeOf, policyKeys, presentRound, resolvePolicy, restoreActor, stages, startInputProblems, thankable };
export type { Accepted, AgendaItem, AgendaKind, AgendaRecord, AgendaStatus, Anchor, Basis, Candidate, Channel, CloseEffect, Company, Contact, DelayName, Effect, EventOf, EventType, Explanation, Holder, InterviewMedium, Interviewer, LetterKind, Lifecycle, LifecycleContext, LifecycleEvent, LifecycleMachine, LifecycleOptions, MachineSnapshot, NotifyEffect, ObligationDue, ObligationRule, OfferRecord, OfferTerms, Outcome, Place, Policy, PolicyChoice, PolicyEntry, PolicyKey, PolicyOverride, PolicyPreset, PolicyValue, Problem, Refusal, Refused, RejectionRecord, Round, RoundRecord, Snapshot, Stage, StageEffect, StartInput, Started, StatedWindow, Strength, TimePoint, Timeframe, Timeouts, Timer, Wait };
