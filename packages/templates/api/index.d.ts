import { L as LetterPack, T as Tone, A as AddressForm, a as LintWords, b as LetterOutput, c as LetterLimits, d as LetterNeed, K as KindContract, e as LetterWording, O as ObjectSchema } from './letter-pack-hash.js';
export { B as BooleanSchema, f as ListSchema, N as NumberSchema, P as PackTemplate, g as PackText, S as StringSchema, V as ValueSchema, h as addressForms, t as tones } from './letter-pack-hash.js';
import { InterviewMedium, LetterKind } from '@afterview/core';
import { Moment } from '@afterview/time';

/** How grave a problem is. A pack with an error cannot be used; one with warnings can. */
type ProblemSeverity = 'error' | 'warning';
/** One thing that is wrong with a template or a pack, as data. */
interface PackProblem {
    /** Stable identifier in kebab-case, such as `name-undeclared`. */
    readonly code: string;
    readonly severity: ProblemSeverity;
    /** Path in the pack's folder, or the name that was given to the template. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** From 1, in UTF-16 code units. */
    readonly column: number;
    /** In a JSON file, the JSON Pointer of the value, such as `/variables/required/2`. */
    readonly pointer?: string;
    /** What is wrong, as a sentence without a final stop. */
    readonly message: string;
    /** One action that mends it, as an imperative sentence without a final stop. */
    readonly help: string;
}
/** `file:line:column: message`, the form that terminals and editors make clickable. */
declare function describeProblem(problem: PackProblem): string;

/**
 * Everything that is wrong with packs that are to be used together: shape, sizes, syntax, names,
 * places, and, once all that is right, every template rendered and linted with the sample of its
 * kind. An empty list means that the packs are good. Never throws.
 */
declare function checkPacks(values: readonly unknown[]): readonly PackProblem[];
/**
 * Checks packs that come from elsewhere, such as a plugin, and gives them back for
 * {@link createLetterBook}. Warnings do not keep a pack out; {@link checkPacks} tells them.
 * @throws AfterviewError `pack-invalid` with every error in `details.problems`
 */
declare function openPacks(values: readonly unknown[]): readonly LetterPack[];

/** What somebody asks for. */
interface LetterChoice {
    /** BCP 47. Default `en`. */
    readonly locale?: string;
    /** Default `neutral`. */
    readonly tone?: Tone;
    /** Default: what the pack prefers in the locale. */
    readonly address?: AddressForm;
}
/** Something that had to give way. */
interface Fallback {
    readonly axis: 'locale' | 'tone' | 'address';
    readonly asked: string;
    readonly used: string;
}

/**
 * Which Mustache a text is written in. `letter` is the strict one: it refuses raw tags, other
 * delimiters, unknown or circular partials and odd names. `spec` is the whole core of the Mustache
 * specification, with HTML escaping and with misses that print nothing.
 */
type Dialect = 'letter' | 'spec';
/** How {@link compileTemplate} reads a template. */
interface TemplateOptions {
    /** Name for errors. Default `template`. */
    readonly name?: string;
    /** Partials by name. */
    readonly partials?: Readonly<Record<string, string>>;
    /** Names, as written in a section tag, that the view may lack. Any other missing name is an error. */
    readonly optional?: readonly string[];
    /** Default `letter`. */
    readonly dialect?: Dialect;
}
/** A parsed template. It holds no more than its own tokens and may be rendered any number of times. */
interface Template {
    readonly name: string;
    /**
     * The text for `view`. Only own properties of plain objects are seen and no function is called.
     * @throws AfterviewError `name-missing`, `value-unprintable` or `value-function`, with the template, line and column
     */
    render(view: unknown): string;
}
/**
 * Parses `text` once for any number of renderings.
 * @throws AfterviewError for the first thing that the dialect refuses, such as `template-syntax`,
 * `tag-raw`, `partial-unknown` or `partial-circular`, with the template, line and column
 */
declare function compileTemplate(text: string, options?: TemplateOptions): Template;

/** Somebody who writes or receives a mail. */
interface MailAddress {
    /** Shown name. A blank one counts as none. */
    readonly name?: string;
    /** One address: a plain local part, `@` and a host name, which may be international. */
    readonly email: string;
}
/** An address in the form that mail uses, or why it is none. */
type ParsedEmail = {
    readonly ok: true;
    readonly email: string;
} | {
    readonly ok: false;
    readonly reason: string;
};
/**
 * Reads one mail address: an RFC 5322 dot-atom of up to 64 characters, `@`, a host name. An
 * international host name becomes its ASCII form. Quoted local parts, comments, address literals,
 * non-ASCII local parts, lists and anything around the address are refused.
 */
declare function parseEmail(text: string): ParsedEmail;

/**
 * When a draft was written: an ISO 8601 instant with offset (`2026-11-25T15:30:00+01:00`), or an
 * instant and the IANA zone in whose offset it is shown.
 */
type MailDate = string | {
    readonly at: string;
    readonly zone: string;
};

/** What a mail file is made of. */
interface EmlParts {
    readonly to: readonly MailAddress[];
    readonly cc?: readonly MailAddress[];
    /** Left out unless given: the mail program then takes its own identity. */
    readonly from?: MailAddress;
    readonly subject: string;
    /** Plain text, with any line ends. */
    readonly text: string;
    /** A fragment of HTML. With it the mail has both, as `multipart/alternative`. */
    readonly html?: string;
    readonly date: MailDate;
    /**
     * Whether mail programs should open it for editing (`X-Unsent: 1`). Default true. Give false for
     * a program that sends the file as it is, since it would keep the header.
     */
    readonly draft?: boolean;
}
/**
 * A mail as the text of an `.eml` file: ASCII, CRLF, header lines of up to 76 characters (a longer
 * address stands alone), quoted-printable, no Message-ID. The same parts give the same text.
 * @throws AfterviewError `character-refused`, `mail-address-invalid`, `mail-date-invalid`
 */
declare function createEml(parts: EmlParts): string;

/**
 * Characters of an encoded `mailto:` URL that mail programs take on every system that was
 * reported: Windows programs refuse from 2,046 on. Gmail's handler takes about 1,620.
 */
declare const mailtoLimit = 1900;
/** What a link is made of. Names cannot be given in a link. */
interface MailtoParts {
    readonly to: readonly MailAddress[];
    readonly cc?: readonly MailAddress[];
    readonly subject: string;
    readonly text: string;
}
/** A link, or that the letter is too long for one. */
type Mailto = {
    readonly ok: true;
    readonly url: string;
} | {
    readonly ok: false;
    readonly reason: 'too-long';
    /** Characters that the URL would have. */
    readonly length: number;
    readonly limit: number;
    /** What carries a letter of any length. */
    readonly instead: readonly ['eml', 'clipboard'];
};
/**
 * A letter as a `mailto:` link of up to {@link mailtoLimit} characters: line ends as `%0D%0A`,
 * spaces as `%20`, nothing but ASCII.
 * @throws AfterviewError `character-refused`, `mail-address-invalid`
 */
declare function createMailto(parts: MailtoParts): Mailto;

/** A letter and whom it goes to. */
interface DraftParts {
    readonly subject: string;
    readonly text: string;
    readonly to: readonly MailAddress[];
    readonly cc?: readonly MailAddress[];
}
/** What only a mail file needs to know. */
interface EmlOptions extends Pick<EmlParts, 'from' | 'date' | 'draft'> {
    /** Whether the mail also has the letter as HTML. Default false. */
    readonly html?: boolean;
}
/** A letter in every form in which it can be handed over. Nothing is sent. */
interface Draft {
    readonly subject: string;
    /** With line feeds. */
    readonly text: string;
    /** A fragment of HTML, made from the text. */
    readonly html: string;
    readonly mailto: Mailto;
    /** The text of an `.eml` file, type `message/rfc822`; see {@link createEml}. */
    eml(options: EmlOptions): string;
}
/**
 * Makes a letter ready to hand over.
 * @throws AfterviewError `character-refused` or `mail-address-invalid` at once, whatever form is used later
 */
declare function createDraft(parts: DraftParts): Draft;

/** The variables of `closing-questions`. */
interface ClosingQuestionsView {
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** The names of those who held the interview, joined in words */
    readonly interviewers?: string | undefined;
    /** True when this is a screening by phone or video and nobody has met in person */
    readonly isScreen?: boolean | undefined;
}
/** The variables of `thank-you`. */
interface ThankYouView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day of the interview in words, without preposition: "Wednesday 25 November" */
    readonly interviewDate: string;
    /** What was talked about, as it follows "about": a noun phrase without final stop */
    readonly detail?: string | undefined;
    /** Own words about the detail, in whole sentences with their stops */
    readonly thought?: string | undefined;
    /** The latest date that was stated for the decision, in words */
    readonly decisionDate?: string | undefined;
}
/** The variables of `thank-you-coordinator`. */
interface ThankYouCoordinatorView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day of the interview in words, without preposition: "Wednesday 25 November" */
    readonly interviewDate: string;
    /** The names of those who held the interview, joined in words */
    readonly interviewers: string;
    /** What was talked about, as it follows "about": a noun phrase without final stop */
    readonly detail?: string | undefined;
    /** The latest date that was stated for the decision, in words */
    readonly decisionDate?: string | undefined;
}
/** The variables of `second-round-thank-you`. */
interface SecondRoundThankYouView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day of the interview in words, without preposition: "Wednesday 25 November" */
    readonly interviewDate: string;
    /** What was talked about, as it follows "about": a noun phrase without final stop */
    readonly detail?: string | undefined;
    /** Own words about the detail, in whole sentences with their stops */
    readonly thought?: string | undefined;
    /** The latest date that was stated for the decision, in words */
    readonly decisionDate?: string | undefined;
}
/** The variables of `check-in`. */
interface CheckInView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day of the interview in words, without preposition: "Wednesday 25 November" */
    readonly interviewDate: string;
    /** The latest date that was stated for the decision, in words */
    readonly decisionDate?: string | undefined;
    /** The stated time frame as it was said, without final stop; used when there is no date */
    readonly timeframePhrase?: string | undefined;
}
/** The variables of `second-check-in`. */
interface SecondCheckInView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day of the interview in words, without preposition: "Wednesday 25 November" */
    readonly interviewDate: string;
    /** Day of the first check-in, in words */
    readonly checkInDate?: string | undefined;
}
/** The variables of `holding-reply`. */
interface HoldingReplyView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** The date they gave instead, in words */
    readonly newDate?: string | undefined;
}
/** The variables of `missed-interview`. */
interface MissedInterviewView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day and, where known, clock time of the interview in words */
    readonly interviewWhen: string;
    /** Times that suit the candidate, joined in words ("or") */
    readonly proposedTimes?: string | undefined;
}
/** The variables of `accept-next-round`. */
interface AcceptNextRoundView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day and, where known, clock time of the next interview in words */
    readonly nextWhen?: string | undefined;
    /** How the next interview is held, as an adverb: "by video call" */
    readonly nextMedium?: string | undefined;
    /** The names of those who will hold the next interview, joined in words */
    readonly nextInterviewers?: string | undefined;
    /** Times that suit the candidate, joined in words ("or") */
    readonly proposedTimes?: string | undefined;
}
/** The variables of `acknowledge-offer`. */
interface AcknowledgeOfferView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** True when the offer has only been made by word of mouth */
    readonly isSpoken?: boolean | undefined;
    /** The date until which the employer wants an answer, in words */
    readonly respondBy?: string | undefined;
}
/** The variables of `request-extension`. */
interface RequestExtensionView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** The date until which the employer wants an answer, in words */
    readonly respondBy: string;
    /** The date asked for instead, in words */
    readonly requestedDate: string;
    /** The reason in whole sentences with their stops */
    readonly reason?: string | undefined;
}
/** The variables of `negotiate-offer`. */
interface NegotiateOfferView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** What is asked for, one short line each, without final stop */
    readonly requests: readonly string[];
    /** The reason in whole sentences with their stops */
    readonly reason?: string | undefined;
    /** The date until which the employer wants an answer, in words */
    readonly respondBy?: string | undefined;
}
/** The variables of `accept-offer`. */
interface AcceptOfferView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** First day of work in words, with the year */
    readonly startDate?: string | undefined;
    /** The pay as agreed, with currency and period */
    readonly salary?: string | undefined;
    /** What was agreed beside the main terms, one short line each, without final stop */
    readonly agreed?: readonly string[] | undefined;
}
/** The variables of `decline-offer`. */
interface DeclineOfferView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** The reason in whole sentences with their stops */
    readonly reason?: string | undefined;
}
/** The variables of `answer-rescinded-offer`. */
interface AnswerRescindedOfferView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day on which the offer was accepted, in words */
    readonly acceptedDate?: string | undefined;
    /** True when the candidate has given notice elsewhere because of this offer */
    readonly hasResigned?: boolean | undefined;
}
/** The variables of `answer-rejection`. */
interface AnswerRejectionView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** What was talked about, as it follows "about": a noun phrase without final stop */
    readonly detail?: string | undefined;
}
/** The variables of `request-feedback`. */
interface RequestFeedbackView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day of the interview in words, without preposition: "Wednesday 25 November" */
    readonly interviewDate: string;
}
/** The variables of `withdraw`. */
interface WithdrawView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** The reason in whole sentences with their stops */
    readonly reason?: string | undefined;
    /** Day and, where known, clock time of an interview that is to be cancelled, in words */
    readonly scheduledFor?: string | undefined;
}
/** The variables of `withdraw-elsewhere`. */
interface WithdrawElsewhereView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Day and, where known, clock time of an interview that is to be cancelled, in words */
    readonly scheduledFor?: string | undefined;
}
/** The variables of `reopen-contact`. */
interface ReopenContactView {
    /** The whole opening line with its mark, such as "Dear Sam Rivera," */
    readonly salutation: string;
    /** Who signs */
    readonly candidate: {
        readonly name: string;
        readonly phone?: string | undefined;
    };
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Month and year of the last contact: "November 2025" */
    readonly lastContact?: string | undefined;
    /** What has changed since, in whole sentences with their stops */
    readonly news?: string | undefined;
}
/** The variables of `offer-call`. */
interface OfferCallView {
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Who is expected to call */
    readonly caller?: string | undefined;
}
/** The variables of `rejection-call`. */
interface RejectionCallView {
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** Who is expected to call */
    readonly caller?: string | undefined;
}
/** The variables of `moving-on`. */
interface MovingOnView {
    /** The employer */
    readonly company: {
        readonly name: string;
    };
    /** The job title as advertised, without article */
    readonly role: string;
    /** What was learned, in whole sentences with their stops */
    readonly lessons?: string | undefined;
    /** Other open applications, most pressing first */
    readonly others?: readonly {
        readonly company: string;
        readonly role: string;
        /** What to do there next, and when */
        readonly next?: string | undefined;
    }[] | undefined;
}
/** The variables that each kind of letter takes. */
interface LetterViews {
    readonly 'closing-questions': ClosingQuestionsView;
    readonly 'thank-you': ThankYouView;
    readonly 'thank-you-coordinator': ThankYouCoordinatorView;
    readonly 'second-round-thank-you': SecondRoundThankYouView;
    readonly 'check-in': CheckInView;
    readonly 'second-check-in': SecondCheckInView;
    readonly 'holding-reply': HoldingReplyView;
    readonly 'missed-interview': MissedInterviewView;
    readonly 'accept-next-round': AcceptNextRoundView;
    readonly 'acknowledge-offer': AcknowledgeOfferView;
    readonly 'request-extension': RequestExtensionView;
    readonly 'negotiate-offer': NegotiateOfferView;
    readonly 'accept-offer': AcceptOfferView;
    readonly 'decline-offer': DeclineOfferView;
    readonly 'answer-rescinded-offer': AnswerRescindedOfferView;
    readonly 'answer-rejection': AnswerRejectionView;
    readonly 'request-feedback': RequestFeedbackView;
    readonly 'withdraw': WithdrawView;
    readonly 'withdraw-elsewhere': WithdrawElsewhereView;
    readonly 'reopen-contact': ReopenContactView;
    readonly 'offer-call': OfferCallView;
    readonly 'rejection-call': RejectionCallView;
    readonly 'moving-on': MovingOnView;
}

/** A phrase that weakens a letter. */
interface BannedPhrase {
    readonly pattern: RegExp;
    /** What to do instead. */
    readonly say: string;
}
/** The words of a language made ready for any number of letters. */
interface LintLanguage {
    readonly language: string;
    readonly interest: RegExp;
    readonly banned: readonly BannedPhrase[];
    /** A first line, trimmed, that is an opening without the name it needs. */
    readonly openingAlone: RegExp;
    readonly placeholders: RegExp;
    /** The words of a text in its own language, in order. */
    readonly words: (text: string) => readonly string[];
}
/**
 * Makes the words of a language ready for the linter. Words are counted by `Intl.Segmenter`, so
 * that languages without spaces count too; `e-mail` counts as two.
 */
declare function createLintLanguage(words: LintWords): LintLanguage;

/** An error blocks sending, a warning is worth a look. */
type LintSeverity = 'error' | 'warning';
/** Which half of a letter a finding is about. */
type LetterPart = 'subject' | 'text';
/** What the linter reads. */
interface LintLetter {
    readonly subject?: string;
    readonly text: string;
}
/** Another note of the same round. */
interface OtherNote {
    /** Whom it is for. */
    readonly recipient: string;
    /** Left out where it is not written yet. */
    readonly text?: string;
}
/** What the linter knows about a letter. Everything is optional; a rule that lacks its facts stays silent. */
interface LintContext {
    /** Words of the letter's language. Required where `needs` has `interest`. */
    readonly language?: LintLanguage | undefined;
    /** Default `letter`. Only a letter must have a subject and fit a `mailto:` link. */
    readonly output?: LetterOutput | undefined;
    readonly limits?: LetterLimits | undefined;
    readonly needs?: readonly LetterNeed[] | undefined;
    /** The one thing that was talked about, as it was noted. */
    readonly detail?: string | undefined;
    /** The employer that the letter is for. */
    readonly company?: string | undefined;
    /** Other employers of the same candidate. */
    readonly otherCompanies?: readonly string[] | undefined;
    /** Whom the letter is for. */
    readonly recipient?: string | undefined;
    /** The other notes of the round. */
    readonly otherNotes?: readonly OtherNote[] | undefined;
}
/** One thing that the linter found. */
interface LintFinding {
    /** Id of the rule, such as `placeholder`. */
    readonly rule: string;
    readonly severity: LintSeverity;
    /** What is wrong and what to do, as sentences. */
    readonly message: string;
    readonly part: LetterPart;
    /** Offsets in the part, in UTF-16 code units. A finding about the whole covers all of it. */
    readonly range: {
        readonly start: number;
        readonly end: number;
    };
    /** Text that mends it when it takes the place of the range. */
    readonly fix?: string;
}
/** A finding before it knows its rule. */
type LintHit = Omit<LintFinding, 'rule' | 'severity'>;
/** A piece of a letter, with plain apostrophes, and where it starts in its part. */
interface LintText {
    readonly part: LetterPart;
    readonly text: string;
    readonly start: number;
}
/** A letter with what every rule needs of it, and what is known about it. */
interface LintSubject extends LintContext {
    /** As it was given. */
    readonly letter: LintLetter;
    /** Empty where there is none. */
    readonly title: LintText;
    readonly body: LintText;
    /** The title and the body. */
    readonly parts: readonly LintText[];
    /** The first line with text. */
    readonly opening: LintText;
    /** The words of a text in the language of the letter. */
    readonly words: (text: string) => readonly string[];
}
/** One thing that the linter looks for. */
interface LintCheck {
    readonly id: string;
    readonly severity: LintSeverity;
    readonly find: (subject: LintSubject) => readonly LintHit[];
}
/** One rule of the linter, as data. */
interface LintRule extends LintCheck {
    /** What it is for, in one sentence. */
    readonly about: string;
}

/** The template that answers a choice. */
interface ChosenTemplate {
    readonly kind: string;
    readonly output: LetterOutput;
    readonly locale: string;
    readonly tone: Tone;
    /** Left out where the language has no such choice. */
    readonly address?: AddressForm;
    /** What was asked for and could not be had. */
    readonly fallbacks: readonly Fallback[];
    /** Id of the pack, and path of the template in it. */
    readonly pack: string;
    readonly file: string;
}
/** A letter, script or note as text, all of it in one language. */
interface RenderedLetter extends ChosenTemplate {
    /** One line. A script or a note may have none. */
    readonly subject?: string;
    readonly text: string;
}
/** Letters to choose from. `Views` maps each kind to the variables it takes. */
interface LetterBook<Views extends object = LetterViews> {
    /** Every kind, in the order of the packs. */
    readonly kinds: readonly string[];
    /** Every locale that has at least one template. */
    readonly locales: readonly string[];
    /** The contract of a kind. @throws AfterviewError `kind-unknown` */
    contract(kind: string): KindContract;
    /**
     * The template that `render` would take, so that a view can be made in its locale.
     * @throws AfterviewError `kind-unknown`, `template-missing`, `locale-invalid`
     */
    choose(kind: string, choice?: LetterChoice): ChosenTemplate;
    /**
     * Renders a kind in a locale, tone and form of address.
     * @throws AfterviewError as `choose`, `view-invalid` with every problem of the view, and whatever
     * the strict dialect refuses in a template that was not checked
     */
    render<Kind extends keyof Views & string>(kind: Kind, view: Views[Kind], choice?: LetterChoice): RenderedLetter;
    /** How views speak the language of a locale, where a pack says so: for `LetterFacts.wording`. */
    wording(locale: string): LetterWording | undefined;
    /** What the linter can know of a letter: its language, the limits of its kind, facts of its view. */
    lintContext(letter: Pick<ChosenTemplate, 'kind' | 'locale'>, view: object): LintContext;
}
/** What a book is made of. */
interface LetterBookOptions {
    /**
     * Packs that were checked: those of this package, and those that `openPacks` gave back. Each
     * template is parsed when it is first taken. In a pack that nobody checked, mistakes are refused
     * where they would be rendered.
     */
    readonly packs: readonly LetterPack[];
}
/**
 * A book of the letters of all packs.
 * @throws AfterviewError `pack-invalid` when packs want the same place for their templates
 */
declare function createLetterBook<Views extends object = LetterViews>(options: LetterBookOptions): LetterBook<Views>;

/**
 * A letter as a fragment of HTML, made from its text alone: paragraphs, line ends, lists of lines
 * that start with `- `, links of http, https and mailto. Everything else is escaped.
 */
declare function letterHtml(text: string): string;

/** From this likeness on two notes read as one note sent twice. */
declare const alikeFrom = 0.85;
/**
 * How alike two texts are, from 0 to 1: of all the runs of three words that either has, the share
 * that both have (Jaccard). Words are compared in lower case; `ignored` words, such as the names of
 * the recipients, are left out. Two texts of fewer than three words are alike when they are equal.
 */
declare function likeness(one: readonly string[], other: readonly string[], ignored?: readonly string[]): number;

/**
 * Everything that is wrong with a letter, in the order of the text, subject first. The letter may
 * have been edited since it was rendered; it is read as plain text.
 * @throws AfterviewError `lint-language-missing` when the letter must show interest and no language says how
 */
declare function lint(letter: LintLetter, context?: LintContext): readonly LintFinding[];
/** Whether nothing that was found blocks sending. */
declare function isReady(findings: readonly LintFinding[]): boolean;

/** Every rule of the linter, as data. */
declare const lintRules: readonly LintRule[];

/** The files of a pack's folder: text by path, with `/` between the names. */
type PackFiles = Readonly<Record<string, string>>;
/** The pack that a folder holds, or why it holds none. */
interface PackOfFiles {
    /** Left out when a JSON file cannot be read or something has the wrong shape. */
    readonly pack?: LetterPack;
    /** Of the files, their shape and the headers of templates. */
    readonly problems: readonly PackProblem[];
}
/**
 * Makes one JSON value of the files of a pack's folder. It checks the files, their shape
 * and the headers of templates, which the value no longer has; {@link checkPacks} checks the rest.
 * Never throws.
 */
declare function packOfFiles(files: PackFiles): PackOfFiles;
/** Problems of built packs with the lines and columns that their JSON pointers have in the files. */
declare function locateProblems(problems: readonly PackProblem[], files: PackFiles): readonly PackProblem[];

/** Most templates of a pack, partials of a pack, and bytes of either. */
declare const packLimits: {
    readonly templates: 500;
    readonly partials: 200;
    readonly bytes: number;
};

type View = Readonly<Record<string, unknown>>;
/** The sample of a kind for a locale: its own, that of its language, then the English one. */
declare function sampleFor({ sample, samples }: KindContract, locale: string): View;

/** A value of a view that its kind does not allow. */
interface ViewProblem {
    readonly code: 'view-missing' | 'view-unknown' | 'view-type' | 'view-empty' | 'view-format';
    /** Such as `company.name` or `topics[2]`; empty for the whole view. */
    readonly path: string;
    /** What is wrong, as a sentence without a final stop. */
    readonly message: string;
}
/** A view in which everything optional that is absent is `null`, or what is wrong with it. */
type CheckedView = {
    readonly ok: true;
    readonly view: Readonly<Record<string, unknown>>;
} | {
    readonly ok: false;
    readonly problems: readonly ViewProblem[];
};
/**
 * Checks a view against the variables of its kind and copies it. In the copy every declared name
 * is present, so that nothing is ever looked up further out than where it is declared.
 */
declare function checkView(variables: ObjectSchema, view: unknown): CheckedView;

/**
 * How somebody wishes to be spoken of, where they, their signature or a word such as `Ms` or `Herr`
 * before the name say so. Never guessed from a name.
 */
type Gender = 'feminine' | 'masculine';

/** Whom a letter greets, and how. */
interface SalutationInput {
    /** BCP 47: the locale of the letter's text. A language without forms of its own is greeted in English. */
    readonly locale: string;
    /** Default: `informal` in Dutch and Spanish, `formal` in German and French; English has no choice. */
    readonly address?: AddressForm;
    /** The whole name as the person writes it. Empty or left out: the team is greeted. */
    readonly name?: string;
    /** The first name, where it is known to be one and the two are on such terms. Used informally only. */
    readonly givenName?: string;
    /** The family name, where the end of `name` is not it. Used with a gender or a title only. */
    readonly familyName?: string;
    /** Left out: the form is neutral. */
    readonly gender?: Gender;
    /** A title that is spoken before the name, such as `Dr.`. Posts such as `CTO` are passed over. */
    readonly title?: string;
}
/**
 * The whole opening line of a letter with its mark: `Dear Alex Kim,` or `Hola, Alex Kim:`.
 *
 * | | whole name only | with a gender | nobody in particular |
 * | --- | --- | --- | --- |
 * | en | `Dear Alex Kim,` | `Dear Ms Kim,` | `Dear hiring team,` |
 * | nl je | `Beste Alex Kim,` | the same | `Beste selectieteam,` |
 * | nl u | `Geachte Alex Kim,` | `Geachte mevrouw Kim,` | `Geacht selectieteam,` |
 * | de du | `Hallo Alex Kim,` | the same | `Hallo zusammen,` |
 * | de Sie | `Guten Tag Alex Kim,` | `Sehr geehrte Frau Kim,` | `Guten Tag,` |
 * | fr tu | `Bonjour Alex Kim,` | the same | `Bonjour,` |
 * | fr vous | `Bonjour Alex Kim,` | `Madame,` | `Madame, Monsieur,` |
 * | es tú | `Hola, Alex Kim:` | the same | `Hola, equipo:` |
 * | es usted | `Buenos días, Alex Kim:` | `Estimada Alex Kim:` | `Estimado equipo de selección:` |
 *
 * Without a gender nothing in the line has one. The whole name is used unless `givenName` is given
 * (`Hallo Alex,`) or a gender or title asks for the family name; see {@link SalutationInput.familyName}.
 * @throws AfterviewError `locale-invalid`
 */
declare function salutation(input: SalutationInput): string;
/** The form of address of a locale when none is asked for; `undefined` where the language has no choice. */
declare function defaultAddress(locale: string): AddressForm | undefined;

/** Whom a letter is for. Left out or without a name, the team is greeted. */
type LetterRecipient = Omit<SalutationInput, 'locale' | 'address'>;
/** The employer's offer, as far as it is known. */
interface LetterOffer {
    /** The job title of the offer, where it is not the role of the application. */
    readonly title?: string;
    /** How it was made. By `phone` it is not in writing yet. */
    readonly medium?: 'phone' | 'email' | 'letter';
    /** The pay in words, with currency and period. */
    readonly salary?: string;
    /** First day of work: `YYYY-MM-DD`, or words, which are used as they are. */
    readonly startDate?: string;
    /** Until when they want an answer. */
    readonly respondBy?: Moment;
    /** When it was accepted, once it was. */
    readonly acceptedAt?: Moment;
    /** What was agreed beside pay and first day, one short line each. */
    readonly agreed?: readonly string[];
}
/** What is known about an application when a letter is written: plain data, most of it optional. */
interface LetterFacts {
    /** BCP 47: the locale in which the letter will be written. */
    readonly locale: string;
    /** How to speak a language that this package has no words of: `LetterBook.wording(locale)`. */
    readonly wording?: LetterWording;
    /** Default: {@link defaultAddress} of the locale. */
    readonly address?: AddressForm;
    /** The present as an instant, ISO. Dates that are over by then are left out where they would read oddly. */
    readonly now: string;
    readonly candidate: {
        readonly name: string;
        readonly email?: string;
        readonly phone?: string;
        /** IANA zone. */
        readonly zone: string;
        /** BCP 47: the language of the questions. Default: that of the letter. */
        readonly locale?: string;
    };
    readonly company: {
        /** Letters leave out a legal form at its end, such as `GmbH` or `B.V.`. */
        readonly name: string;
        /** IANA zone in which dates and clock times are meant and shown. Default: the candidate's. */
        readonly zone?: string;
    };
    /** The job title as advertised. Marks such as `(m/w/d)` are left out of letters. */
    readonly role: string;
    readonly recipient?: LetterRecipient;
    /** The round that the letter is about. */
    readonly round?: {
        /** From 1. Default 1. */
        readonly number?: number;
        readonly medium?: InterviewMedium;
        /** When the interview was, or was to be. */
        readonly startsAt?: Moment;
        /** Names of those who held it. */
        readonly interviewers?: readonly string[];
    };
    /**
     * What was talked about with the recipient, the best first, each as it follows "about":
     * `the move to weekly releases`; in German in the nominative. A letter names one thing.
     */
    readonly topics?: readonly string[];
    /** Own words about the first topic. */
    readonly thought?: string;
    /** When the employer wants to decide, as stated. */
    readonly timeframe?: {
        /** The words as said. */
        readonly phrase?: string;
        /** `YYYY-MM-DD` in the employer's zone. `null`: no end was given. */
        readonly latest?: string | null;
    };
    /** When the first check-in was sent. */
    readonly checkedInAt?: Moment;
    /** The last time that the two were in contact. */
    readonly lastContactAt?: Moment;
    readonly nextRound?: {
        readonly startsAt?: Moment;
        readonly medium?: InterviewMedium;
        readonly interviewers?: readonly string[];
    };
    /** Times for an interview that suit the candidate. */
    readonly proposedTimes?: readonly Moment[];
    readonly offer?: LetterOffer;
    /** Changes to the offer that are asked for, one short line each. */
    readonly requests?: readonly string[];
    /** Until when the candidate would like to have time. */
    readonly requestedDate?: Moment;
    /** Why, in whole sentences: of the request, the refusal or the withdrawal that the letter is about. */
    readonly reason?: string;
    /** What has changed since the last contact, in whole sentences. */
    readonly news?: string;
    /** Whether the candidate gave notice elsewhere because of the offer. */
    readonly hasResigned?: boolean;
    /** Who is expected to call. */
    readonly caller?: string;
    /** What was learned, in whole sentences. */
    readonly lessons?: string;
    /** Other open applications, most pressing first. */
    readonly others?: readonly {
        readonly company: string;
        readonly role: string;
        readonly next?: string;
    }[];
}

/** A fact that a letter lacks, and how to ask for it. */
interface MissingFact {
    /** The variable of the kind, such as `interviewDate` or `company.name`. */
    readonly field: string;
    /** A sentence that the host can put to the person, in the person's language. */
    readonly question: string;
}
/** What the facts come to for a kind; `isComplete` says whether it can be rendered. */
type LetterView<Kind extends LetterKind = LetterKind> = CompleteView<Kind> | PartialView<Kind>;
interface AnyView {
    /** What the kind requires and the facts do not have. Nothing is put in its place. */
    readonly missing: readonly MissingFact[];
    /** What the letter can be rendered without but should not be sent without. */
    readonly wanted: readonly MissingFact[];
}
/** Everything that the kind requires is there. */
interface CompleteView<Kind extends LetterKind> extends AnyView {
    readonly isComplete: true;
    readonly view: LetterViews[Kind];
}
/** Something is missing; the view holds the rest. */
interface PartialView<Kind extends LetterKind> extends AnyView {
    readonly isComplete: false;
    readonly view: Partial<LetterViews[Kind]>;
}
/**
 * The variables of a kind, made from plain facts: names as they are, dates and clock times in words
 * of the locale and on the clocks of the employer, lists joined by "and" or "or". Optional facts
 * that are absent are left out, and so are dates that have passed where the letter looks forward.
 * Give it the locale of the letter that will be rendered, as `LetterBook.choose` tells it.
 * @throws AfterviewError `letter-kind-unknown`, `locale-invalid`, or an error of `@afterview/time` for a faulty date or zone
 */
declare function letterView<Kind extends LetterKind>(kind: Kind, facts: LetterFacts): LetterView<Kind>;

/** Whether people send a thank-you note after an interview. */
type ThankYouCustom = 'recommended' | 'optional' | 'unusual';
/** How well a custom is known: `source`: somebody there says so; `inference`: our reasoning from neighbours. */
type CustomStrength = 'source' | 'inference';
/** One custom with where it comes from. */
interface CustomEntry<T> {
    readonly value: T;
    /** Shown to people who ask why. */
    readonly source: string;
    readonly strength: CustomStrength;
}
/** How people of a country go about the time after an interview. Advice, never a rule. */
interface Custom {
    /** ISO 3166-1 alpha-2, or `*` where nothing is known of the country. */
    readonly country: string;
    readonly thankYou: CustomEntry<ThankYouCustom>;
    /** Business days to wait before a check-in, after the stated date or, without one, the interview. */
    readonly checkInAfter: CustomEntry<{
        readonly from: number;
        readonly to: number;
    }>;
}
/**
 * The custom of a country, given as ISO 3166-1 (`DE`) or 3166-2 (`DE-BY`), in any case. A country
 * that is not in {@link customs} gets the advice that most sources share, marked as inference.
 */
declare function customOf(country: string | undefined): Custom;
/** What is known, by country. Customs differ by country more than by language. */
declare const customs: readonly Custom[];

export { AddressForm, KindContract, LetterLimits, LetterNeed, LetterOutput, LetterPack, LetterWording, LintWords, ObjectSchema, Tone, alikeFrom, checkPacks, checkView, compileTemplate, createDraft, createEml, createLetterBook, createLintLanguage, createMailto, customOf, customs, defaultAddress, describeProblem, isReady, letterHtml, letterView, likeness, lint, lintRules, locateProblems, mailtoLimit, openPacks, packLimits, packOfFiles, parseEmail, salutation, sampleFor };
export type { BannedPhrase, CheckedView, ChosenTemplate, CompleteView, Custom, CustomEntry, CustomStrength, Dialect, Draft, DraftParts, EmlOptions, EmlParts, Fallback, Gender, LetterBook, LetterBookOptions, LetterChoice, LetterFacts, LetterOffer, LetterPart, LetterRecipient, LetterView, LetterViews, LintCheck, LintContext, LintFinding, LintHit, LintLanguage, LintLetter, LintRule, LintSeverity, LintSubject, LintText, MailAddress, MailDate, Mailto, MailtoParts, MissingFact, OtherNote, PackFiles, PackOfFiles, PackProblem, ParsedEmail, PartialView, ProblemSeverity, RenderedLetter, SalutationInput, Template, TemplateOptions, ThankYouCustom, ViewProblem };
