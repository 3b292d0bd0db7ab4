import type { AgendaItem, AgendaKind } from '@afterview/core'
import { instantMs } from '@afterview/time'
import { agendaText, mentionsHidden, type View } from './agenda-text.ts'
import { type AlarmPlan, wakingAlarms } from './alarm-plan.ts'
import { isCancelled } from './closing.ts'
import { type EntryTime, entryTime } from './entry-time.ts'
import type { HostText } from './host-text.ts'
import { type Finding, finding } from './problem.ts'
import { isBlank, shorten } from './plain-text.ts'

/** One agenda item as a calendar shows it, before it is written in any notation. */
export interface Entry {
  readonly itemId: string
  /** SEQUENCE. */
  readonly sequence: number
  /** DTSTAMP and LAST-MODIFIED, milliseconds since 1970. */
  readonly changedMs: number
  readonly time: EntryTime
  readonly isCancelled: boolean
  /** Done or cancelled, for to-dos. */
  readonly isDone: boolean
  /** Whether it blocks the time: interviews do. */
  readonly isBusy: boolean
  readonly summary: string
  readonly description: string
  readonly categories: readonly string[]
  readonly url?: string
  readonly location?: string
  /** Minutes before the start, the important one first. */
  readonly alarms: readonly number[]
}

/** An entry with what was found while making it. */
export interface EntryReading {
  readonly entry: Entry
  readonly findings: readonly Finding[]
}

/** What entries of one calendar have in common. */
export interface EntryRules {
  readonly view: View
  readonly alarms: Readonly<Record<AgendaKind, AlarmPlan>>
}

/** Longest fact, letter or place that is written, in UTF-16 units. */
export const textLimit = 100_000

/** Longest URL that is written: longer ones are refused by clients. */
export const urlLimit = 2000

/** The entry of an agenda item. Throws the errors of `@afterview/time` for what no calendar can hold. */
export function entryOf(item: AgendaItem, host: HostText, rules: EntryRules): EntryReading {
  const { time, findings } = entryTime(item)
  const url = host.url === undefined ? undefined : safeUrl(host.url)
  const link = typeof url === 'string' && !namesHidden(url, item, rules.view) ? { url } : {}
  const short = shortened(item, host)
  const isClosed = isCancelled(item)
  const entry: Entry = {
    itemId: item.id,
    sequence: item.revision,
    changedMs: Math.floor(instantMs(item.changedAt) / 1000) * 1000,
    time,
    isCancelled: isClosed,
    isDone: item.status === 'done',
    isBusy: item.kind === 'interview' && time.form !== 'day' && !isClosed,
    ...agendaText(short.item, rules.view, { ...textsOf(short.host), ...link }),
    ...link,
    ...placeOf(short.host.location, short.item, rules.view),
    alarms: isClosed ? [] : alarmsOf(item, time, rules),
  }
  const refused =
    url === null ? [finding('url-refused', JSON.stringify(host.url?.slice(0, 100)))] : []
  return { entry, findings: [...findings, ...short.findings, ...refused] }
}

/** What is said in words; the URL stands for itself once it is known to be one. */
function textsOf({ letter }: HostText): HostText {
  return letter === undefined ? {} : { letter }
}

/** Reminders that make sense: none from before the event that started the count. */
function alarmsOf(
  item: AgendaItem,
  time: EntryTime,
  { alarms, view }: EntryRules,
): readonly number[] {
  const plan = alarms[item.kind]
  if (time.form === 'day') return plan.day
  const anchorMs = instantMs(item.anchor.at)
  const from = anchorMs < time.startMs ? anchorMs : 0
  const waking = ringsAtNight(item) ? plan.timed : wakingAlarms(plan.timed, time.startMs, view.zone)
  return waking.filter((minutes) => time.startMs - minutes * 60_000 >= from)
}

/** Whoever has an interview before breakfast wants to be woken for it. */
function ringsAtNight({ kind }: AgendaItem): boolean {
  return kind === 'interview' || kind === 'askTimeframe'
}

function placeOf(
  location: string | undefined,
  { facts }: AgendaItem,
  { hide }: View,
): { location?: string } {
  const isShown = location !== undefined && !isBlank(location) && !hide.has('notes')
  return isShown && !mentionsHidden(location, facts, hide) ? { location } : {}
}

/** Whether an address tells the company that is hidden, as it stands or decoded. */
function namesHidden(url: string, { facts }: AgendaItem, { hide }: View): boolean {
  const decoded = url.replaceAll(/(?:%[0-9A-F]{2})+/gi, decodedOr)
  return mentionsHidden(url, facts, hide) || mentionsHidden(decoded, facts, hide)
}

function decodedOr(octets: string): string {
  try {
    return decodeURIComponent(octets)
  } catch {
    return octets
  }
}

/** The URL as it can stand in a calendar, or `null` where it cannot. */
function safeUrl(text: string): string | null {
  if (text.length > urlLimit || !URL.canParse(text)) return null
  const url = new URL(text)
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null
  // The URL standard leaves some characters in place that RFC 3986 does not know.
  return url.href.replaceAll(/["<>\\^`{|}]/g, (character) => encodeURIComponent(character))
}

interface Shortened {
  readonly item: AgendaItem
  readonly host: HostText
  readonly findings: readonly Finding[]
}

function shortened(item: AgendaItem, host: HostText): Shortened {
  const findings: Finding[] = []
  const facts = shortTexts(item.facts, 'facts.', findings)
  const shortHost = shortTexts(host, '', findings)
  return { item: facts === item.facts ? item : { ...item, facts }, host: shortHost, findings }
}

/** The very same object where nothing is too long. */
function shortTexts<Texts extends object>(
  texts: Texts,
  prefix: string,
  findings: Finding[],
): Texts {
  const tooLong = Object.entries(texts).filter(([, text]) => String(text).length > textLimit)
  if (tooLong.length === 0) return texts
  const short = tooLong.map(([name, text]) => [name, shorten(String(text), textLimit)])
  for (const [name, text] of tooLong) {
    const length = `${prefix}${name} has ${String(text).length} characters`
    findings.push(finding('text-shortened', length))
  }
  return { ...texts, ...Object.fromEntries(short) }
}
