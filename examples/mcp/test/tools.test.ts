import { describe, expect, test } from 'vitest'
import { type Assistant, input, startAssistant } from './assistant.ts'

const applicationId = 'fernhill'
const ended = { type: 'interview.ended', at: '2026-11-25T15:28:00+01:00' }

function record(assistant: Assistant, event: object, more: object = {}) {
  return assistant.call('record_event', { applicationId, event, key: 'k-1', ...more })
}

describe('an assistant', () => {
  test('is told what it may do: which tools write, and that nothing is ever sent', async () => {
    const { client } = await startAssistant()
    const { tools } = await client.listTools()
    const writers = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)
    expect(writers.map(({ name }) => name).toSorted()).toEqual([
      'begin_application',
      'record_event',
    ])
    for (const { name, annotations, description, outputSchema, inputSchema } of tools) {
      expect(name).not.toMatch(/send|mail/)
      expect(description?.length).toBeGreaterThan(20)
      expect(annotations?.openWorldHint).toBe(false)
      expect(outputSchema?.type).toBe('object')
      expect(inputSchema.type).toBe('object')
    }
    expect(tools.find(({ name }) => name === 'record_event')?.annotations).toMatchObject({
      destructiveHint: true,
      idempotentHint: true,
    })
    expect(client.getInstructions()).toContain('Nothing is ever sent')
  })

  test('follows an application from its beginning to a letter that is ready to be read', async () => {
    const assistant = await startAssistant()
    const begun = await assistant.call('begin_application', input)
    expect(begun.data).toMatchObject({ applicationId, created: true, state: 'closing' })
    expect((await assistant.call('begin_application', input)).data.created).toBe(false)
    const said = { type: 'timeframe.given', phrase: 'by the end of next week' }
    const heard = await record(
      assistant,
      { ...said, at: '2026-11-25T15:27:00+01:00' },
      { reading: 1 },
    )
    expect(heard.data.timeframe).toMatchObject({ earliest: '2026-11-25', latest: '2026-12-04' })
    const over = await record(assistant, ended, { key: 'k-2' })
    expect(over.data).toMatchObject({ state: 'followUp' })
    const noted = {
      type: 'detail.noted',
      interviewerId: 'sam',
      topic: 'moving the nightly batch to streaming',
    }
    expect((await record(assistant, noted, { key: 'k-3' })).isError).toBe(false)
    const { data } = await assistant.call('agenda')
    expect(data.items[0]).toMatchObject({ kind: 'thankYou', letter: 'thank-you' })
    const why = await assistant.call('explain', { itemId: data.items[0].id })
    expect(why.data.text).toContain('thankYou is due')
    const draft = await assistant.call('draft_letter', {
      applicationId,
      kind: 'thank-you',
      interviewer: 'sam',
      tone: 'warm',
    })
    expect(draft.data).toMatchObject({ isReady: true, subject: expect.any(String) })
    expect(draft.data.text).toContain('moving the nightly batch to streaming')
    const listed = await assistant.call('list_applications')
    expect(listed.data.applications).toMatchObject([
      { applicationId, company: 'Fernhill Analytics' },
    ])
  })

  test('is refused what cannot happen, and told what can', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const { isError, text, data } = await record(assistant, {
      type: 'offer.accepted',
      at: ended.at,
    })
    expect(isError).toBe(true)
    expect(text).toMatch(/^Nothing was recorded: .*Fix: /)
    expect(data).toMatchObject({ code: 'event-not-possible' })
    expect(data.possible).toContain('interview.ended')
    const state = await assistant.call('possible_events', { applicationId })
    expect(state.data).toMatchObject({ state: 'closing', revision: 0, possible: data.possible })
  })

  test('is told which field of an event is missing', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const { isError, data } = await record(assistant, { type: 'detail.noted' })
    expect(isError).toBe(true)
    expect(data).toMatchObject({ code: 'event-malformed', field: 'interviewerId' })
  })

  test('has to let the person choose where words can mean several dates', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const event = { type: 'timeframe.given', phrase: 'next Friday' }
    const doubt = await record(assistant, event)
    expect(doubt.isError).toBe(true)
    expect(doubt.text).toContain('words-ambiguous')
    expect(doubt.data.readings.length).toBeGreaterThan(1)
    expect(doubt.data.readings[1]).toMatchObject({ reading: 2, reason: expect.any(String) })
    expect((await assistant.call('possible_events', { applicationId })).data.revision).toBe(0)
    const understood = await assistant.call('understand', { applicationId, phrase: event.phrase })
    expect(understood.data.timeframe.readings).toHaveLength(doubt.data.readings.length)
    const chosen = await record(assistant, event, { reading: 2 })
    expect(chosen.isError).toBe(false)
    const { snapshot } = (await assistant.afterview.list()).items[0] ?? {}
    expect(JSON.stringify(snapshot)).toContain(
      JSON.stringify({
        earliest: doubt.data.readings[1].earliest,
        latest: doubt.data.readings[1].latest,
      }),
    )
    const none = await record(assistant, event, { reading: 9, key: 'k-9' })
    expect([none.isError, none.text]).toEqual([true, expect.stringContaining('reading-unknown')])
  })

  test('has to say so where the words hold no date', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const event = { type: 'timeframe.given', phrase: 'it was so nice to meet you' }
    const doubt = await record(assistant, event)
    expect([doubt.isError, doubt.text]).toEqual([
      true,
      expect.stringContaining('words-without-date'),
    ])
    expect((await record(assistant, { ...event, window: null })).isError).toBe(false)
  })

  test('records a fact once, however often it says it', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const first = await record(assistant, ended)
    const again = await record(assistant, ended)
    expect(again.data).toMatchObject({ unchanged: 'duplicate', revision: first.data.revision })
  })

  test('has to give a key, and a type that there is', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const keyless = await assistant.call('record_event', { applicationId, event: ended })
    expect([keyless.isError, keyless.text]).toEqual([true, expect.stringContaining('key')])
    const typo = await record(assistant, { type: 'offer.acepted' })
    expect([typo.isError, typo.text]).toEqual([true, expect.stringContaining('type')])
  })

  test('cannot record what lies ahead, nor on what has changed since', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const ahead = await record(assistant, { ...ended, at: '2027-01-01T00:00:00Z' })
    expect([ahead.isError, ahead.text]).toEqual([true, expect.stringContaining('event-in-future')])
    await record(assistant, ended)
    const stale = await record(assistant, ended, { key: 'k-2', expectedRevision: 0 })
    expect(stale.data).toMatchObject({ code: 'revision-conflict' })
  })

  test('is told what a letter lacks, as a question to the person', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    await record(assistant, ended)
    const lacking = await assistant.call('draft_letter', { applicationId, kind: 'negotiate-offer' })
    expect(lacking.isError).toBe(true)
    expect(lacking.data.missing[0]).toMatchObject({ question: expect.stringMatching(/\?$/) })
  })

  test('is told how to mend a call that makes no sense', async () => {
    const assistant = await startAssistant()
    await assistant.call('begin_application', input)
    const faults = [
      ['explain', { itemId: 'fernhill/nothing' }, 'item-unknown'],
      ['possible_events', { applicationId: 'nobody' }, 'application-unknown'],
      ['agenda', { until: 'soon' }, 'instant-malformed'],
      ['begin_application', { ...input, company: { name: 'A', zone: 'BST' } }, 'company.zone'],
      ['begin_application', { ...input, role: 'Another' }, 'application-exists'],
    ] as const
    for (const [name, args, words] of faults) {
      const { isError, text } = await assistant.call(name, args)
      expect([name, isError, text]).toEqual([name, true, expect.stringContaining(words)])
      expect(text).toContain('Fix: ')
    }
  })

  test('may be given an application as a resource', async () => {
    const { client, ...assistant } = await startAssistant()
    await assistant.call('begin_application', input)
    const { resources } = await client.listResources()
    expect(resources).toMatchObject([{ name: 'Data Engineer at Fernhill Analytics' }])
    const { contents } = await client.readResource({ uri: resources[0]?.uri ?? '' })
    const [content] = contents as { readonly text: string }[]
    expect(JSON.parse(content?.text ?? '')).toMatchObject({
      applicationId,
      state: 'closing',
      agenda: [{ kind: 'askTimeframe' }],
      history: [{ type: 'began' }],
    })
    const unknown = client.readResource({ uri: 'afterview://applications/nobody' })
    await expect(unknown).rejects.toThrow(/application-unknown/)
  })
})
