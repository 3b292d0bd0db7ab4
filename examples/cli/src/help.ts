import type { Command, Option } from './command.ts'
import { exitCodeWords } from './exit-code.ts'
import { paint } from './paint.ts'
import { pad, wrap } from './screen.ts'

const LEFT = 12

/** What the program can do, in 80 columns. */
export function generalHelp(commands: readonly Command[]): string {
  const lines = commands.map(
    ({ name, about }) => `  ${pad(name, LEFT)}${wrap(about, LEFT + 2, 80)}`,
  )
  return `${paint('bold', 'afterview')}: what happens after a job interview

${heading('Start here')}
  afterview begin              answer a few questions about your interview
  afterview close              its last minutes: what to ask, what they said
  afterview agenda             what to do next, and when
  afterview record             what has happened since

${heading('Commands')}
${lines.join('\n')}

${heading('Everywhere')}
${optionLines({
  json: { type: 'boolean', about: 'print JSON instead of text, and ask nothing' },
  now: { type: 'string', takes: '<instant>', about: 'look from another time' },
  db: {
    type: 'string',
    takes: '<file>',
    about: 'where applications are kept (default: AFTERVIEW_DB, else the data folder of your user)',
  },
  'no-input': { type: 'boolean', about: 'ask nothing; say what is missing instead' },
  help: { type: 'boolean', about: 'afterview <command> --help says more about one command' },
})}

${heading('Exit codes')}
${exitCodeWords.map(([code, meaning]) => `  ${pad(String(code), LEFT)}${meaning}`).join('\n')}

Nothing is ever sent: letters are drafted, you send them, and then you say so.
`
}

/** All about one command, in 80 columns. */
export function commandHelp({
  usage,
  about,
  details = [],
  options,
  examples = [],
}: Command): string {
  const paragraphs = details.map((text) => `\n${wrap(text, 0, 80)}\n`)
  const calls = examples.map((call) => `  afterview ${call}`)
  return [
    `${paint('bold', `afterview ${usage}`)}\n`,
    `\n${wrap(`${about.slice(0, 1).toUpperCase()}${about.slice(1)}.`, 0, 80)}\n`,
    ...paragraphs,
    Object.keys(options).length === 0 ? '' : `\n${heading('Options')}\n${optionLines(options)}\n`,
    calls.length === 0 ? '' : `\n${heading('Examples')}\n${calls.join('\n')}\n`,
  ].join('')
}

function optionLines(options: Readonly<Record<string, Option>>): string {
  const entries = Object.entries(options).map(
    ([name, { takes, about = '' }]) =>
      [`--${name}${takes === undefined ? '' : ` ${takes}`}`, about] as const,
  )
  const left = Math.min(28, Math.max(...entries.map(([call]) => call.length))) + 2
  return entries
    .map(([call, about]) => {
      const room = call.length < left - 1 ? pad(call, left) : `${call}\n${' '.repeat(left + 2)}`
      return `  ${room}${wrap(about, left + 2, 80)}`.trimEnd()
    })
    .join('\n')
}

function heading(text: string): string {
  return paint('cyan', text)
}
