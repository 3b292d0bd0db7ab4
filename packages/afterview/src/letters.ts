import { contextOf, type LetterKind, type Snapshot } from '@afterview/core'
import type { DraftChoice, LetterDraft } from './letter-draft.ts'
import { languageOf, type LetterPacks } from './letter-packs.ts'

/** Writes letters for snapshots. */
export interface Letters {
  /**
   * Throws `facts-missing` with the questions to ask, `interviewer-unknown`, or what the letter book
   * and the draft throw.
   */
  draft(
    snapshot: Snapshot,
    kind: LetterKind,
    now: string,
    choice?: DraftChoice,
  ): Promise<LetterDraft>
}

/** Writes letters with the packs that there are; one book for each language. Its code is loaded with the first. */
export function createLetters(packs: LetterPacks): Letters {
  return {
    draft: async (snapshot, kind, now, choice = {}) => {
      const locale = choice.locale ?? contextOf(snapshot).candidate.locale ?? 'en'
      const book = await packs.bookFor(languageOf(locale))
      const { draftLetter } = await import('./letter-draft.ts')
      return draftLetter(book, { snapshot, kind, now, choice, locale })
    },
  }
}
