import { type LetterKind, letterKinds } from '@afterview/core'
import type { DraftChoice, LetterDraft } from 'afterview'
import { type Call, type Command, flagOption, shared, textOption } from '../command.ts'
import { readJsonText } from '../json-file.ts'
import { paint } from '../paint.ts'
import { print, printJson } from '../print.ts'
import { withStore } from '../store.ts'
import { usageError } from '../usage.ts'

/** Drafts a letter. */
export const draft: Command = {
  name: 'draft',
  usage: 'draft <application> <letter> [--interviewer <id>] [--tone warm] [--locale nl] [--eml]',
  about: 'a letter, script or note, ready to be read and changed',
  options: {
    json: shared.json,
    db: shared.db,
    interviewer: textOption,
    tone: textOption,
    locale: textOption,
    address: textOption,
    facts: textOption,
    eml: flagOption,
  },
  run: (call) => {
    const [applicationId, kind] = call.words
    if (applicationId === undefined || !isLetterKind(kind)) {
      throw usageError(
        `draft needs an application and a letter${kind === undefined ? '' : `, and "${kind}" is none`}`,
        `use one of ${letterKinds.join(', ')}`,
      )
    }
    return withStore(call, async (afterview) => {
      const letter = await afterview.draft(applicationId, kind, choiceOf(call))
      if (call.has('json')) printJson({ ...letter, eml: letter.eml() })
      else if (call.has('eml')) process.stdout.write(letter.eml())
      else printLetter(letter)
      return 0
    })
  },
}

function choiceOf(call: Call): DraftChoice {
  const facts = call.text('facts')
  const given = ['interviewer', 'tone', 'locale', 'address'].flatMap((name) => {
    const value = call.text(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(given),
    ...(facts === undefined ? {} : { facts: readJsonText(facts) }),
  }
}

function isLetterKind(word: string | undefined): word is LetterKind {
  return letterKinds.some((kind) => kind === word)
}

function printLetter({ subject, text, findings, wanted, isReady }: LetterDraft): void {
  if (subject !== undefined) print(paint('bold', subject), '')
  print(text, '')
  for (const { severity, message } of findings)
    print(paint(severity === 'error' ? 'red' : 'yellow', `${severity}: ${message}`))
  for (const { question } of wanted) print(paint('dim', `could be better: ${question}`))
  print(
    paint(
      isReady ? 'green' : 'red',
      isReady ? 'Ready: read it, change it, send it yourself.' : 'Not ready to send.',
    ),
  )
}
