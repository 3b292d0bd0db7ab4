import { type Candidate, contextOf } from '@afterview/core'
import { isZone } from '@afterview/time'
import type { Afterview, BeginInput } from 'afterview'
import { type Call, type Option, takes } from './command.ts'
import { createForm, type Form } from './form.ts'
import { readPerson } from './people.ts'
import { countryOf, countryProblem, zonesOf } from './places.ts'
import { presentOf } from './present.ts'
import { askRound, roundOptions } from './round-questions.ts'
import { slug } from './slug.ts'
import { ownZone } from './store.ts'

/** The options that answer {@link askStart}. */
export const startOptions: Readonly<Record<string, Option>> = {
  id: takes('<id>', 'how the application is called (default: made from company and role)'),
  company: takes('<name>', 'the employer'),
  role: takes('<title>', 'the position, as advertised'),
  ...roundOptions,
  round: takes('<n>', 'which interview it is, from 1 (default: 1)'),
  coordinator: takes('<person>', 'who arranges the interviews'),
  country: takes('<code>', 'where the employer is, for its public holidays: NL, DE-BY, US'),
  'company-zone': takes('<zone>', 'the zone in which its promises are meant: Europe/Amsterdam'),
  name: takes('<name>', 'your name (default: as before)'),
  email: takes('<address>', 'your address (default: as before)'),
  zone: takes('<zone>', 'your time zone (default: that of this machine)'),
  locale: takes('<locale>', 'the language of your letters: en-GB, nl, de, fr, es'),
}

/** Asks for everything that an application begins with; what was said before is not asked again. */
export async function askStart(call: Call, afterview: Afterview): Promise<BeginInput> {
  const form = createForm(call)
  const before = await lastCandidate(afterview)
  const zone = call.text('zone') ?? before?.zone ?? ownZone()
  const company = await form.text({ option: 'company', message: 'Which company?', example: 'Acme' })
  const role = await form.text({ option: 'role', message: 'Which role?', example: 'Data Engineer' })
  const here = { now: presentOf(call), zone }
  const round = await askRound(form, here, Number(call.text('round') ?? 1))
  const coordinator = readPerson(call.text('coordinator') ?? '')
  const candidate = await askCandidate(call, form, before)
  const place = await askPlace(form, zone)
  return {
    applicationId: call.text('id') ?? (await freeId(afterview, company, role)),
    candidate: { ...candidate, zone },
    company: { name: company, ...place },
    role,
    round: { ...round, ...(coordinator === undefined ? {} : { coordinator }) },
  }
}

async function askCandidate(
  call: Call,
  form: Form,
  before: Candidate | undefined,
): Promise<BeginInput['candidate']> {
  const isKnown = before !== undefined
  const name = isKnown
    ? (call.text('name') ?? before.name)
    : await form.text({ option: 'name', message: 'Your own name?', example: 'Maya Okafor' })
  const email = isKnown
    ? (call.text('email') ?? before.email)
    : await form.optional({
        option: 'email',
        message: 'Your e-mail address?',
        example: 'maya@mail.example',
        check: emailProblem,
      })
  const locale = call.text('locale') ?? before?.locale ?? ownLocale()
  return { name, locale, ...(email === undefined ? {} : { email }) }
}

/** Where the employer is: the zone is asked for only where the country has several. */
async function askPlace(
  form: Form,
  zone: string,
): Promise<{ readonly country?: string; readonly zone: string }> {
  const home = countryOf(zone)
  const typed = await form.optional({
    option: 'country',
    message: 'In which country do they decide? Its public holidays count.',
    check: countryProblem,
    ...(home === undefined ? { example: 'NL, DE-BY, US' } : { initial: home }),
  })
  const country = typed?.toUpperCase()
  const zones = country === undefined ? [] : zonesOf(country)
  if (zones.includes(zone) || zones.length === 0) {
    const companyZone = form.given({ option: 'company-zone', check: zoneProblem })
    return { ...(country === undefined ? {} : { country }), zone: companyZone ?? zone }
  }
  const companyZone = await form.choice({
    option: 'company-zone',
    message: 'In which time zone?',
    options: zones.map((value) => ({ value, label: value })),
    ...(zones.length === 1 ? { otherwise: zones[0] ?? zone } : {}),
  })
  return { ...(country === undefined ? {} : { country }), zone: companyZone }
}

/** The candidate of the application that was changed last. */
async function lastCandidate(afterview: Afterview): Promise<Candidate | undefined> {
  const { items } = await afterview.list({ limit: 1000 })
  const [latest] = items.toSorted((left, right) => (left.changedAt < right.changedAt ? 1 : -1))
  return latest?.snapshot == null ? undefined : contextOf(latest.snapshot).candidate
}

async function freeId(afterview: Afterview, company: string, role: string): Promise<string> {
  const stem = slug(`${company} ${role}`) || 'application'
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if ((await afterview.read(id)) === undefined) return id
  }
}

const written = new Set(['en', 'nl', 'de', 'fr', 'es'])

/** The language of this machine, where there are letters in it. */
function ownLocale(): string {
  const { locale } = Intl.DateTimeFormat().resolvedOptions()
  return written.has(locale.split('-')[0] ?? '') ? locale : 'en'
}

function emailProblem(text: string): string | undefined {
  return /^[^\s@<>,]+@[^\s@<>,]+$/.test(text) ? undefined : 'Write it like: maya@mail.example.'
}

function zoneProblem(text: string): string | undefined {
  return isZone(text) ? undefined : 'Write an IANA name, such as Europe/Amsterdam.'
}
