import { sqliteEngine } from '@afterview/engine-sqlite'
import { type Afterview, type AfterviewOptions, createAfterview } from 'afterview'

/** One for each process, for all users of a program. Several processes may share the file. */
export function openAfterview(file: string, options: AfterviewOptions = {}): Promise<Afterview> {
  return createAfterview({
    engine: sqliteEngine({ file }),
    policy: { preset: 'patient', entries: { 'checkIn.max': { value: 1, source: 'our users' } } },
    report: ({ message }) => process.stderr.write(`${message}\n`),
    ...options,
  })
}

/** Records what a person says has happened. A refusal is an answer, not an exception. */
export async function tell(
  afterview: Afterview,
  applicationId: string,
  event: object,
  key: string,
): Promise<string> {
  // With the same key again, as after a double click or a lost answer, nothing happens twice.
  const recorded = await afterview.record(applicationId, event, { key })
  if (!recorded.accepted)
    return `${recorded.reason.message}. Possible: ${recorded.possible.join(', ')}`
  const { added, moved, closed } = recorded.agenda ?? { added: [], moved: [], closed: [] }
  return `${added.length} added, ${moved.length} moved, ${closed.length} closed`
}

/** Tells a page of every change, however it came: by an event, or by time that passed. */
export function follow(afterview: Afterview, send: (message: string) => void): () => void {
  const listening = afterview.onDidChange((change) => {
    if (change.type === 'erased') send(`${change.applicationId} is gone`)
    else send(`${change.applicationId} ${change.type}, revision ${change.snapshot.revision}`)
  })
  return () => listening.dispose()
}
