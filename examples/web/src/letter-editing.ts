import {
  contextOf,
  COORDINATOR,
  type LetterKind,
  presentRound,
  type Snapshot,
} from '@afterview/core'
import type { Draft, LetterPack, LintContext, LintFinding, MailAddress } from '@afterview/templates'
import type { DraftChoice, LetterDraft } from 'afterview'
import type { World } from './world.ts'

/** A letter as it was drafted, and the means to go on with it by hand. */
export interface OpenLetter {
  readonly draft: LetterDraft
  /** What the linter says about the letter as it reads now. */
  check(subject: string, text: string): readonly LintFinding[]
  /** The letter as it reads now, in every form in which it can be handed over. */
  handOver(subject: string, text: string): Draft
}

/** Drafts a letter and opens it for editing. Throws what `draft` of Afterview throws. */
export async function openLetter(
  world: World,
  snapshot: Snapshot,
  kind: LetterKind,
  choice: DraftChoice,
): Promise<OpenLetter> {
  const { applicationId } = snapshot
  const afterview = await world.whole()
  const draft = await afterview.draft(applicationId, kind, choice)
  const { createDraft, lint } = await import('@afterview/templates')
  const { company } = contextOf(snapshot)
  const to = addressOf(snapshot, choice.interviewer)
  const context = {
    ...(await lintContextOf(draft, { company, ...(to === undefined ? {} : { recipient: to }) })),
    ...detailOf(snapshot, choice.interviewer),
    otherCompanies: await otherCompanies(world, company.name),
  }
  return {
    draft,
    check: (subject, text) =>
      lint({ ...(draft.subject === undefined ? {} : { subject }), text }, context),
    handOver: (subject, text) => createDraft({ subject, text, to: to === undefined ? [] : [to] }),
  }
}

/** Everybody whom a letter can go to. */
export function recipientsOf(
  snapshot: Snapshot,
): readonly { readonly id: string; readonly name: string; readonly email?: string }[] {
  const { interviewers, coordinator } = presentRound(contextOf(snapshot))
  return coordinator === null
    ? interviewers
    : [...interviewers, { id: COORDINATOR, ...coordinator }]
}

function addressOf(snapshot: Snapshot, id: string | undefined): MailAddress | undefined {
  const person = recipientsOf(snapshot).find((each) => each.id === id)
  if (person?.email === undefined) return undefined
  return { name: person.name, email: person.email }
}

function detailOf(snapshot: Snapshot, id: string | undefined): { readonly detail?: string } {
  const { details } = presentRound(contextOf(snapshot))
  const topic = details.find(({ interviewerId }) => interviewerId === id)?.topic
  return topic === undefined ? {} : { detail: topic }
}

async function otherCompanies(world: World, own: string): Promise<readonly string[]> {
  const page = await world.engine.list({ exceptState: 'closed' })
  const names = page.items.flatMap(({ snapshot }) =>
    snapshot === null ? [] : [contextOf(snapshot).company.name],
  )
  return [...new Set(names)].filter((name) => name !== own)
}

/** Of a language that a plugin brings only the limits of the kind are known here, not its words. */
async function lintContextOf({ kind, locale }: LetterDraft, view: object): Promise<LintContext> {
  const { createLetterBook } = await import('@afterview/templates')
  const { letters: english } = await import('@afterview/templates/packs/en')
  const pack = await packs[locale.slice(0, 2)]?.()
  const book = createLetterBook({ packs: [english, ...(pack === undefined ? [] : [pack.letters])] })
  if (pack !== undefined || locale.startsWith('en')) return book.lintContext({ kind, locale }, view)
  const { language: _, needs: __, ...limits } = book.lintContext({ kind, locale: 'en' }, view)
  return limits
}

const packs: Readonly<Record<string, () => Promise<{ readonly letters: LetterPack }>>> = {
  nl: () => import('@afterview/templates/packs/nl'),
  de: () => import('@afterview/templates/packs/de'),
  fr: () => import('@afterview/templates/packs/fr'),
  es: () => import('@afterview/templates/packs/es'),
}
