import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { digestOf, isSame, randomToken } from './secret.ts'

/** A key to the server: shown once, kept as a digest. */
export interface OwnerKey {
  readonly owner: string
  readonly token: string
}

/** Who may enter. */
export type Owners = ReturnType<typeof createOwners>

/** Keeps owners in the ledger. */
export function createOwners(ledger: DatabaseSync) {
  const insert = ledger.prepare('INSERT INTO owners (owner, digest) VALUES (?, ?)')
  const update = ledger.prepare('UPDATE owners SET digest = ? WHERE owner = ?')
  const digest = ledger.prepare('SELECT digest FROM owners WHERE owner = ?')
  const leaving = ledger.prepare('SELECT owner FROM owners WHERE digest IS NULL')
  const remove = ledger.prepare('DELETE FROM owners WHERE owner = ?')
  const unsubscribe = ledger.prepare('DELETE FROM subscriptions WHERE owner = ?')
  const nobody = digestOf(randomToken())
  return {
    add(): OwnerKey {
      const key = keyOf(randomBytes(8).toString('hex'))
      insert.run(key.owner, digestOf(key.token))
      return key
    },
    /** The owner of a token, in a time that tells nothing about how close it was. */
    ownerOf(token: string): string | undefined {
      const owner = token.slice(0, token.indexOf('.'))
      const kept = digest.get(owner)?.['digest']
      const isOwner = isSame(digestOf(token), typeof kept === 'string' ? kept : nobody)
      return isOwner ? owner : undefined
    },
    /** Makes a new token; the old one opens nothing any more. */
    renew(owner: string): OwnerKey {
      const key = keyOf(owner)
      update.run(digestOf(key.token), owner)
      return key
    },
    /** Lets an owner in no more, before everything of theirs is erased. */
    shutOut(owner: string): void {
      update.run(null, owner)
      unsubscribe.run(owner)
    },
    /** Those who are shut out but not removed yet: an erasure was interrupted. */
    leaving: (): readonly string[] => leaving.all().map((row) => String(row['owner'])),
    /** Removes the last trace of an owner who has no applications. */
    remove: (owner: string): void => void remove.run(owner),
  }
}

/** The owner's name stands before the secret, so that the digest to compare with is found by name. */
function keyOf(owner: string): OwnerKey {
  return { owner, token: `${owner}.${randomToken()}` }
}
