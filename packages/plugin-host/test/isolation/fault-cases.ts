import type { JsonValue } from '@afterview/plugin-host'

/** What becomes of one fault in one tier. */
export type FaultOutcome =
  /** The call rejects with an error whose code or text contains `with`; the place lives on. */
  | { readonly is: 'refused'; readonly with: string; readonly words: string }
  /** The call is answered with data whose JSON contains `with`; the place lives on. */
  | { readonly is: 'answered'; readonly with: string; readonly words: string }
  /** The call is answered; an error with that text is told as an event; the place lives on. */
  | { readonly is: 'reported'; readonly with: string; readonly words: string }
  /** The call is answered; of its many log lines few are told, and how many were left out. */
  | { readonly is: 'limited'; readonly words: string }
  /** The place ends without being told to, for that cause. */
  | { readonly is: 'ended'; readonly cause: EndCause; readonly words: string }
  /** The application itself ends or stands still. */
  | { readonly is: 'fatal'; readonly by: 'exit' | 'hang'; readonly words: string }

type EndCause = 'crash' | 'exit-called' | 'out-of-memory' | 'unresponsive'

/** The tiers that the table has columns for. */
export type Tier = 'inline' | 'worker' | 'child' | 'webworker'

/** One row of docs/faults.md. A tier without an outcome has no such fault. */
export interface FaultCase {
  readonly fault: string
  /** Command of the bad plugin, or one per tier. */
  readonly command: string | Readonly<Partial<Record<Tier, string>>>
  readonly input?: JsonValue
  readonly outcomes: Readonly<Partial<Record<Tier, FaultOutcome>>>
}

const refused = (text: string, words = 'error to the caller'): FaultOutcome => ({
  is: 'refused',
  with: text,
  words,
})
const answered = (text: string, words: string): FaultOutcome => ({
  is: 'answered',
  with: text,
  words,
})
const reported = (text: string): FaultOutcome => ({
  is: 'reported',
  with: text,
  words: '`error` event, place lives',
})
const ended = (cause: EndCause): FaultOutcome => ({
  is: 'ended',
  cause,
  words: `place ends: \`${cause}\``,
})
const fatal = (by: 'exit' | 'hang' = 'exit'): FaultOutcome => ({
  is: 'fatal',
  by,
  words: by === 'exit' ? '**application ends**' : '**application hangs**',
})
const limited: FaultOutcome = { is: 'limited', words: '100 lines/s, the rest counted' }

const everywhere = (outcome: FaultOutcome): FaultCase['outcomes'] => ({
  inline: outcome,
  worker: outcome,
  child: outcome,
  webworker: outcome,
})
const isolated = (outcome: FaultOutcome): FaultCase['outcomes'] => ({
  worker: outcome,
  child: outcome,
  webworker: outcome,
})

const allowed = (text: string): FaultOutcome => answered(text, 'allowed')
const denied = refused('Access to this API has been restricted', 'denied')

/** Every fault that is promised about. The host answers another plugin during each of them. */
export const faultCases: readonly FaultCase[] = [
  { fault: 'throws', command: 'throw', outcomes: everywhere(refused('thrown on purpose')) },
  {
    fault: 'throws a text',
    command: 'throwText',
    outcomes: everywhere(refused('a text instead of an error')),
  },
  {
    fault: 'throws `undefined`',
    command: 'throwNothing',
    outcomes: everywhere(refused('undefined')),
  },
  { fault: 'rejects', command: 'reject', outcomes: everywhere(refused('rejected on purpose')) },
  {
    fault: 'overflows the stack',
    command: 'overflowStack',
    outcomes: everywhere(refused('Maximum call stack size exceeded')),
  },
  {
    fault: 'throws in a timer',
    command: 'throwInTimer',
    outcomes: { inline: fatal(), ...isolated(reported('thrown in a timer')) },
  },
  {
    fault: 'rejects where nobody awaits',
    command: 'rejectInBackground',
    outcomes: { inline: fatal(), ...isolated(reported('rejected in the background')) },
  },
  {
    fault: 'overflows the stack in a timer',
    command: 'overflowStackInTimer',
    outcomes: { inline: fatal(), ...isolated(reported('Maximum call stack size exceeded')) },
  },
  {
    fault: 'calls `process.exit`',
    command: 'exit',
    outcomes: { inline: fatal(), worker: ended('exit-called'), child: ended('exit-called') },
  },
  {
    fault: 'calls `process.exit` in a timer',
    command: 'exitInTimer',
    outcomes: { inline: fatal(), worker: ended('exit-called'), child: ended('exit-called') },
  },
  {
    fault: 'calls `process.abort`',
    command: 'abort',
    outcomes: {
      inline: fatal(),
      worker: refused('not supported in workers'),
      child: ended('crash'),
    },
  },
  {
    fault: 'closes its worker',
    command: 'closeWorker',
    outcomes: { webworker: refused('worker-call-refused') },
  },
  {
    fault: 'cuts its line to the host',
    command: 'disconnect',
    outcomes: { child: ended('exit-called') },
  },
  {
    fault: 'kills its own process',
    command: 'killItself',
    outcomes: { child: ended('crash') },
  },
  {
    fault: 'kills the application by accident',
    command: { inline: 'killItself', worker: 'killItself', child: 'killParent' },
    outcomes: {
      inline: fatal(),
      worker: refused('signal-refused'),
      child: refused('signal-refused'),
    },
  },
  {
    fault: 'loops for ever',
    command: 'loopForEver',
    outcomes: { inline: fatal('hang'), ...isolated(ended('unresponsive')) },
  },
  {
    fault: 'loops for ever after its acknowledgement',
    command: 'loopAfterAcknowledgement',
    outcomes: { inline: fatal('hang'), ...isolated(ended('unresponsive')) },
  },
  {
    fault: 'loops for ever after its answer',
    command: 'loopAfterAnswer',
    outcomes: { inline: fatal('hang'), ...isolated(ended('unresponsive')) },
  },
  {
    fault: 'fills its heap',
    command: {
      inline: 'fillHeap',
      worker: 'fillHeap',
      child: 'fillHeap',
      webworker: 'fillHeapSlowly',
    },
    outcomes: {
      inline: fatal(),
      worker: ended('out-of-memory'),
      child: ended('out-of-memory'),
      webworker: ended('unresponsive'),
    },
  },
  {
    fault: 'keeps 64 MiB of buffers',
    command: 'fillBuffers',
    input: { mebibytes: 64 },
    outcomes: {
      inline: answered('64', 'not limited'),
      ...isolated(answered('64', 'not limited; freed when the place ends')),
    },
  },
  {
    fault: 'makes 10,000 calls without awaiting one',
    command: 'floodCalls',
    input: { messages: 10_000 },
    outcomes: {
      inline: allowed('"refused":0'),
      ...isolated(
        answered('"channel-congested"', '256 at a time; those beyond the queue are refused'),
      ),
    },
  },
  {
    fault: 'posts 20,000 messages behind the API',
    command: 'floodPort',
    input: { messages: 20_000 },
    outcomes: {
      worker: answered('posted', 'none arrives'),
      child: refused('is not a function'),
      webworker: refused('worker-call-refused'),
    },
  },
  {
    fault: 'logs 3,000 lines',
    command: 'floodLog',
    input: { lines: 3000 },
    outcomes: { inline: allowed('3000'), ...isolated(limited) },
  },
  {
    fault: 'prints 3,000 lines with `console`',
    command: 'floodConsole',
    input: { lines: 3000 },
    outcomes: isolated(limited),
  },
  {
    fault: 'writes 3,000 lines to standard output',
    command: 'floodOutput',
    input: { lines: 3000 },
    outcomes: { worker: limited, child: limited },
  },
  {
    fault: 'answers with 2 MiB',
    command: 'answerTooMuch',
    input: { bytes: 2 * 1024 * 1024 },
    outcomes: { inline: allowed('xxx'), ...isolated(refused('message-too-large')) },
  },
  {
    fault: 'asks the host with 2 MiB',
    command: 'askTooMuch',
    input: { bytes: 2 * 1024 * 1024 },
    outcomes: { inline: allowed(''), ...isolated(refused('message-too-large')) },
  },
  {
    fault: 'answers with a function',
    command: 'answerFunction',
    outcomes: everywhere(refused('value-not-json')),
  },
  {
    fault: 'answers with a cycle',
    command: 'answerCycle',
    outcomes: everywhere(refused('value-not-json')),
  },
  {
    fault: 'answers with a `__proto__` key',
    command: 'answerPrototypeKey',
    outcomes: everywhere(answered('by an answer', 'harmless data')),
  },
  {
    fault: 'writes to its input',
    command: 'mutateInput',
    input: { owner: { name: 'Ada' } },
    outcomes: everywhere(refused('read only')),
  },
  {
    fault: 'changes `Object.prototype`',
    command: 'polluteObjectPrototype',
    outcomes: {
      inline: answered('by the plugin', "**the application's too**"),
      ...isolated(answered('by the plugin', 'its own only')),
    },
  },
  {
    fault: 'reads `process.env`',
    command: 'readEnvironment',
    outcomes: {
      inline: answered('PATH', "**the application's**"),
      worker: answered('[]', 'empty'),
      child: answered('[]', 'empty'),
    },
  },
  {
    fault: 'writes `process.env`',
    command: 'writeEnvironment',
    outcomes: {
      inline: answered('was here', "**the application's too**"),
      worker: answered('was here', 'its own only'),
      child: answered('was here', 'its own only'),
    },
  },
  {
    fault: 'calls `process.chdir`',
    command: 'changeFolder',
    input: { folder: '/' },
    outcomes: {
      inline: answered('/', "**the application's folder changes**"),
      worker: refused('not supported in workers'),
      child: denied,
    },
  },
  {
    fault: 'reads a file of its own',
    command: 'readOwnFile',
    outcomes: {
      inline: allowed('bad-plugin'),
      worker: allowed('bad-plugin'),
      child: allowed('bad-plugin'),
    },
  },
  {
    fault: 'reads a system file',
    command: 'readSystemFile',
    input: { path: '/etc/passwd' },
    outcomes: { inline: allowed(''), worker: allowed(''), child: denied },
  },
  {
    fault: 'writes a file',
    command: 'writeFile',
    input: { path: '/dev/null' },
    outcomes: { inline: allowed(''), worker: allowed(''), child: denied },
  },
  {
    fault: 'uses the network',
    command: 'useNetwork',
    input: { url: '/page.js' },
    outcomes: {
      inline: allowed('reached'),
      worker: allowed('reached'),
      child: allowed('reached'),
      webworker: refused('Failed to fetch', "denied by the page's `connect-src`"),
    },
  },
  {
    fault: 'starts a process',
    command: 'startProcess',
    outcomes: { inline: allowed('started'), worker: allowed('started'), child: denied },
  },
  {
    fault: 'starts a thread',
    command: 'startThread',
    outcomes: { inline: allowed('started'), worker: allowed('started'), child: denied },
  },
]

/** The command that makes the fault in that tier. */
export function commandOf(fault: FaultCase, tier: Tier): string {
  const name = typeof fault.command === 'string' ? fault.command : fault.command[tier]
  if (name === undefined) throw new Error(`${fault.fault} has no command for ${tier}`)
  return name
}

/** The cell of docs/faults.md. */
export function cellOf(fault: FaultCase, tier: Tier): string {
  return fault.outcomes[tier]?.words ?? '–'
}
