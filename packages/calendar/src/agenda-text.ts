import type { AgendaItem } from '@afterview/core'
import { isoWeekday, localDate, localDateTime, type Moment, momentStart } from '@afterview/time'
import { isClosed } from './closing.ts'
import type { HostText } from './host-text.ts'
import { cleanText, isBlank } from './plain-text.ts'
import { type ApplicationWords, stageOf, type Words } from './words/words.ts'

/** What an entry can leave out. */
export const hideable = ['company', 'role', 'person', 'notes'] as const

/** Something that an entry can leave out where a calendar is shared. */
export type Hidden = (typeof hideable)[number]

/** How the text of entries is written. */
export interface View {
  readonly words: Words
  readonly hide: ReadonlySet<Hidden>
  /** Zone in which instants are shown; by default that of the item's due time, else UTC. */
  readonly zone: string | undefined
}

/** What an entry says, as plain text with `\n` between lines. */
export interface AgendaText {
  readonly summary: string
  readonly description: string
  readonly categories: readonly string[]
}

/**
 * The title, the description and the categories of an agenda item in plain words: what to do, for
 * which application, why this date, and the letter's text or where to find it. Depends on the
 * item's content only, never on whether it is upcoming, due or overdue.
 */
export function agendaText(item: AgendaItem, view: View, host: HostText): AgendaText {
  const { words } = view
  const names = namesOf(item, view)
  const kind = words.kinds[item.kind]
  const company = names['company']
  const title = fill(kind.title, { ...standIns(words), ...names })
  return {
    summary: company === undefined ? title : `${title} (${company})`,
    description: description(item, view, { ...standIns(words), ...names }, host),
    categories: [words.category, words.stages[stageOf[item.kind]]],
  }
}

type Names = Readonly<Record<string, string>>

/** What stands where a name is unknown or hidden. */
function standIns({ somebody, something }: Words): Names {
  return { person: somebody, task: something }
}

/** The facts that may be shown. A hidden company is also hidden inside of the others. */
function namesOf({ facts, round }: AgendaItem, { hide }: View): Names {
  const names: Record<string, string> = { round: String(round) }
  for (const [fact, name, hiddenAs] of shownFacts) {
    const value = cleanText(facts[fact] ?? '')
    const isHidden = hide.has(hiddenAs) || mentionsHidden(value, facts, hide)
    if (value.trim() !== '' && !isHidden) names[name] = value
  }
  return names
}

/** Which fact of an item stands for which name in the words, and with what it is hidden. */
const shownFacts = [
  ['company', 'company', 'company'],
  ['role', 'role', 'role'],
  ['title', 'title', 'role'],
  ['personName', 'person', 'person'],
  ['people', 'people', 'person'],
  ['decidedBy', 'decidedBy', 'person'],
  ['phrase', 'phrase', 'notes'],
  ['task', 'task', 'notes'],
] as const satisfies readonly (readonly [string, string, Hidden])[]

/** Whether a text names the company although the company is hidden. */
export function mentionsHidden(
  text: string,
  facts: AgendaItem['facts'],
  hide: ReadonlySet<Hidden>,
): boolean {
  if (!hide.has('company')) return false
  const company = cleanText(facts['company'] ?? '')
    .trim()
    .toLowerCase()
  return company !== '' && text.toLowerCase().includes(company)
}

function description(item: AgendaItem, view: View, names: Names, host: HostText): string {
  const { words } = view
  return [
    [closedLine(item, words), fill(words.kinds[item.kind].what, names)],
    [applicationLine(names, words), ...noteLines(item, names, words)],
    [windowLine(item, view), ...reasonLines(item, view)],
    letterLines(item, view, host),
  ]
    .map((lines) => lines.filter((line) => line !== undefined).join('\n'))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

function closedLine({ status }: AgendaItem, words: Words): string | undefined {
  if (status === 'done' || status === 'skipped' || status === 'cancelled')
    return words.closed[status]
  return undefined
}

function applicationLine(names: Names, { application }: Words): string {
  const template = applicationTemplate(names, application)
  const parts = template === undefined ? [application.roundAlone] : [template, application.round]
  return `${fill(parts.join(', '), names)}.`
}

function applicationTemplate(names: Names, words: ApplicationWords): string | undefined {
  if (names['company'] === undefined) return names['role'] === undefined ? undefined : words.role
  return names['role'] === undefined ? words.atCompany : words.roleAtCompany
}

function windowLine(item: AgendaItem, view: View): string | undefined {
  const { kind, holder, window, facts } = item
  if (window === undefined || kind === 'interview') return undefined
  const { words } = view
  const isExpected = holder === 'employer'
  const [from, until] = [shown(window.from, item, view), shown(window.until, item, view)]
  if (isExpected && facts['openEnded'] === 'yes')
    return fill(words.expectedFrom, { from: said(from) })
  const day = oneDay(from, until)
  if (day !== undefined) return fill(isExpected ? words.expectedOn : words.windowOn, { day })
  return fill(isExpected ? words.expected : words.window, {
    from: from.zone === until.zone ? said({ ...from, zone: '' }) : said(from),
    until: said(until),
  })
}

function reasonLines(item: AgendaItem, view: View): readonly (string | undefined)[] {
  const { words } = view
  const { basis, anchor, policy } = item
  const event = isCounted(item) ? ownWord(words.events, anchor.event) : undefined
  const date = dateWords(localDate(anchor.at, readerZone(item, view)), words)
  return [
    words.basis[basis],
    event === undefined ? undefined : fill(words.countedFrom, { event, date }),
    policy === undefined
      ? undefined
      : fill(words.policy, {
          key: cleanText(policy.key),
          value: valueText(policy.value),
          source: cleanText(policy.source).replace(/\.$/, ''),
        }),
  ]
}

/** A host's event may be called like something that every object has. */
function ownWord(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}

/** A date that somebody named is counted from nothing. */
function isCounted({ basis }: AgendaItem): boolean {
  return basis === 'derived' || basis === 'assumed'
}

function noteLines({ facts }: AgendaItem, names: Names, words: Words): readonly string[] {
  const medium = mediaNames.find((name) => name === facts['medium'])
  const templates = {
    people: words.people,
    decidedBy: words.decidedBy,
    title: words.offered,
    phrase: words.said,
  }
  const notes = Object.entries(templates).filter(([name]) => names[name] !== undefined)
  return [
    ...(medium === undefined ? [] : [words.media[medium]]),
    ...notes.map(([, template]) => fill(template, names)),
  ]
}

const mediaNames = ['video', 'phone', 'onsite'] as const

/** The draft itself, or where it is; nothing once there is nothing to send any more. */
function letterLines(
  item: AgendaItem,
  { words, hide }: View,
  { letter, url }: HostText,
): readonly string[] {
  if (isClosed(item)) return []
  const isShown = !hide.has('notes') && !hide.has('company')
  if (letter !== undefined && !isBlank(letter) && isShown) return [words.letter, cleanText(letter)]
  if (item.letter === undefined) return []
  return url === undefined ? [words.letterElsewhere] : [words.letterElsewhere, url]
}

interface Shown {
  readonly date: string
  /** Empty for a whole day. */
  readonly time: string
  /** Empty where the time is on the reader's own clocks, and for a whole day. */
  readonly zone: string
}

/** A day by its name; anything else with its time, in its own zone where it has one. */
function shown(moment: Moment, item: AgendaItem, view: View): Shown {
  if (moment.kind === 'day') return { date: dateWords(moment.date, view.words), time: '', zone: '' }
  const zone = moment.kind === 'instant' ? readerZone(item, view) : moment.zone
  const local = localDateTime(momentStart(moment), zone)
  return {
    date: dateWords(local.slice(0, 10), view.words),
    time: local.slice(11),
    zone: zone === view.zone ? '' : zone,
  }
}

/** A clock time of another place, or of one that only the host knows, says which it is. */
function said({ date, time, zone }: Shown): string {
  const clock = time === '' ? date : `${date}, ${time}`
  return zone === '' ? clock : `${clock} (${zone})`
}

function oneDay(from: Shown, until: Shown): string | undefined {
  if (from.date !== until.date || from.zone !== until.zone) return undefined
  if (from.time === until.time) return said(from)
  return from.time === '' || until.time === ''
    ? undefined
    : said({ ...from, time: `${from.time}–${until.time}` })
}

/** The zone in which instants of an item are shown. */
function readerZone({ due }: AgendaItem, { zone }: View): string {
  return zone ?? (due.kind === 'instant' ? 'UTC' : due.zone)
}

function dateWords(date: string, words: Words): string {
  return words.date({
    weekday: isoWeekday(date),
    day: Number(date.slice(8)),
    month: Number(date.slice(5, 7)),
    year: Number(date.slice(0, 4)),
  })
}

function valueText(value: unknown): string {
  return cleanText(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
}

/** Fills in names in one pass: what is filled in is not looked at again. */
function fill(template: string, names: Names): string {
  return template.replaceAll(/\{(\w+)\}/g, (braced, name: string) => names[name] ?? braced)
}
