import { isEventType, type LetterKind, letterKinds } from '@afterview/core'
import type { PluginProposal } from 'afterview'
import type { FormEvent } from './event-of-form.ts'

/** Something that a plugin proposes, for the person to accept or dismiss. */
export interface Proposal {
  /** The same for the same proposal. */
  readonly id: string
  readonly pluginId: string
  /** Why, in the words of the plugin. */
  readonly reason: string | undefined
  /** What accepting it records; `undefined` where there is nothing to record. */
  readonly event: FormEvent | undefined
  /** The letter that it proposes to write. */
  readonly letter: LetterKind | undefined
}

/** What plugins have proposed and the person has not decided on. Kept for as long as the page is open. */
export interface Proposals {
  add(proposal: PluginProposal): void
  of(applicationId: string): readonly Proposal[]
  drop(applicationId: string, id: string): void
}

/** An empty list. `changed` is called after each change. */
export function createProposals(changed: () => void): Proposals {
  const byApplication = new Map<string, Map<string, Proposal>>()
  return {
    add(proposed) {
      const { applicationId } = proposed
      const kept = byApplication.get(applicationId) ?? new Map<string, Proposal>()
      const proposal = proposalOf(proposed)
      kept.set(proposal.id, proposal)
      byApplication.set(applicationId, kept)
      changed()
    },
    of: (applicationId) => [...(byApplication.get(applicationId)?.values() ?? [])],
    drop(applicationId, id) {
      byApplication.get(applicationId)?.delete(id)
      changed()
    },
  }
}

function proposalOf({ pluginId, policyId, effect }: PluginProposal): Proposal {
  const { reason, kind } = effect
  return {
    id: JSON.stringify([pluginId, policyId, effect]),
    pluginId,
    reason: typeof reason === 'string' ? reason : undefined,
    event: eventOf(effect),
    letter: letterKinds.find((each) => each === kind),
  }
}

function eventOf({ type, event, itemId, until }: PluginProposal['effect']): FormEvent | undefined {
  if (type === 'scheduleReminder') return { type: 'agenda.snoozed', itemId, until }
  if (type !== 'proposeEvent' || !isRecord(event)) return undefined
  const name = event['type']
  return typeof name === 'string' && isEventType(name) ? { ...event, type: name } : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
