import type { Contact, Interviewer } from '@afterview/core'
import { slug } from './slug.ts'

/** How people are typed, for questions and messages. */
export const PEOPLE_EXAMPLE = 'Sam Rivera <sam@acme.example>, Priya Nair'

/**
 * Reads people as they stand in the header of a mail, separated by commas. Each gets an id of
 * their own: the first name, or as much of the name as tells them apart.
 */
export function readPeople(text: string): readonly Interviewer[] {
  const taken = new Set(['coordinator'])
  return text
    .split(/[,;\n]/)
    .map((part) => readPerson(part))
    .filter((person) => person !== undefined)
    .map((person) => {
      const id = freeId(person.name, taken)
      taken.add(id)
      return { id, ...person }
    })
}

/** How to write typed people instead; `undefined` where they can be read. */
export function peopleProblem(text: string): string | undefined {
  const parts = text.split(/[,;\n]/).filter((part) => part.trim() !== '')
  const strange = parts.find((part) => readPerson(part) === undefined)
  return strange === undefined ? undefined : `Write “${strange.trim()}” like: ${PEOPLE_EXAMPLE}.`
}

/** Reads `Sam Rivera <sam@acme.example>`, a name, or an address alone. */
export function readPerson(text: string): Contact | undefined {
  const {
    name = '',
    bracketed,
    bare,
  } = /^\s*(?<name>[^<>@]*?)\s*(?:<\s*(?<bracketed>[^\s@<>,]+@[^\s@<>,]+)\s*>|(?<bare>[^\s@<>,]+@[^\s@<>,]+))?\s*$/.exec(
    text,
  )?.groups ?? {}
  const email = bracketed ?? bare
  const known = name === '' ? nameFrom(email) : name
  if (known === undefined) return undefined
  return { name: known, ...(email === undefined ? {} : { email }) }
}

/** `sam.rivera@acme.example` is Sam Rivera. */
function nameFrom(email: string | undefined): string | undefined {
  const words = email
    ?.split('@')[0]
    ?.split(/[._+-]/)
    .filter((word) => word !== '')
  if (words === undefined || words.length === 0) return undefined
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const [first = 'person'] = slug(name).split('-')
  const candidates = [first || 'person', slug(name) || 'person']
  const free = candidates.find((id) => !taken.has(id))
  if (free !== undefined) return free
  let number = 2
  while (taken.has(`${candidates[1]}-${number}`)) number += 1
  return `${candidates[1]}-${number}`
}
