import { COORDINATOR, letterKinds } from '@afterview/core'
import type { DraftChoice, LetterDraft } from 'afterview'
import { chooseApplication } from '../application-choice.ts'
import { type Call, type Command, flagFor, shared, takes, takesOneOf } from '../command.ts'
import { readJsonText } from '../json-file.ts'
import { chooseLetter } from '../letter-choice.ts'
import { draftWith } from '../letter-draft.ts'
import { writeOut } from '../out-file.ts'
import { paint } from '../paint.ts'
import { print, printJson } from '../print.ts'
import { wrap } from '../screen.ts'
import { withStore } from '../store.ts'

/** Drafts a letter. */
export const draft: Command = {
  name: 'draft',
  usage: 'draft [application] [letter]',
  about: 'a letter, script or note, ready to be read and changed',
  details: [
    'Shows the letter, what the linter found in it, and what would make it better. Nothing is sent: copy the text, or open the .eml file in your mail program, and say so afterwards, such as with afterview record acme thankYou.sent.',
    '--plain and --eml print the letter alone; findings then go to the standard error.',
  ],
  examples: [
    'draft acme thank-you --interviewer sam --tone warm',
    'draft acme check-in --locale nl --plain',
    'draft acme thank-you --interviewer sam --eml --out sam.eml',
  ],
  options: {
    interviewer: takes('<id>', `whom it goes to: an interviewer, or ${COORDINATOR}`),
    tone: takesOneOf(['neutral', 'warm', 'formal'], 'default: neutral'),
    locale: takes('<locale>', 'en, nl, de, fr or es (default: yours)'),
    address: takesOneOf(['formal', 'informal'], 'how the reader is addressed, where it matters'),
    facts: takes('<json>', 'what only you know, such as {"reason":"…"}'),
    plain: flagFor('print subject and text alone, to copy'),
    eml: flagFor('print the letter as an .eml file, for a mail program'),
    out: takes('<file>', 'write it there instead of printing it'),
    ...shared,
  },
  words: ['application', letterKinds],
  run: (call) =>
    withStore(call, async (afterview) => {
      const snapshot = await chooseApplication(call, afterview)
      const chosen = await chooseLetter(call, afterview, snapshot, choiceOf(call))
      const letter = await draftWith(call, afterview, snapshot, chosen)
      const out = call.text('out')
      if (call.has('json')) printJson({ ...letter, eml: letter.eml() })
      else if (call.has('eml') || call.has('plain') || out !== undefined)
        handOver(call, letter, out)
      else printLetter(letter)
      return 0
    }),
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

function handOver(call: Call, letter: LetterDraft, out: string | undefined): void {
  const text = call.has('eml') ? letter.eml() : plainText(letter)
  if (out === undefined) process.stdout.write(text)
  else writeOut(out, text)
  for (const { severity, message } of letter.findings)
    process.stderr.write(`${severity}: ${message}\n`)
  if (out !== undefined) print(`Written to ${out}`)
}

function plainText({ subject, text }: LetterDraft): string {
  return `${subject === undefined ? '' : `${subject}\n\n`}${text}\n`
}

function printLetter({ subject, text, findings, wanted, isReady }: LetterDraft): void {
  if (subject !== undefined) print(paint('bold', subject), '')
  print(...text.split('\n').map((line) => wrap(line)), '')
  for (const { severity, message } of findings)
    print(paint(severity === 'error' ? 'red' : 'yellow', wrap(`${severity}: ${message}`, 2)))
  for (const { question } of wanted) print(paint('dim', wrap(`could be better: ${question}`, 2)))
  print(
    paint(
      isReady ? 'green' : 'red',
      isReady ? 'Ready: read it, change it, send it yourself.' : 'Not ready to send.',
    ),
  )
}
