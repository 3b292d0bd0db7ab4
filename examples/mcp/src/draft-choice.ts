import { z } from 'zod'

const words = z.string().max(2000)
const moment = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('instant'), at: z.string() }),
    z.strictObject({ kind: z.literal('wall'), local: z.string(), zone: z.string() }),
    z.strictObject({ kind: z.literal('day'), date: z.string(), zone: z.string() }),
  ])
  .describe('An instant, a clock time (YYYY-MM-DDTHH:mm) or a day (YYYY-MM-DD) in an IANA zone')

const facts = z.strictObject({
  thought: words.describe('Own words about what was talked about'),
  reason: words.describe('Why, in whole sentences'),
  news: words.describe('What has changed since, in whole sentences'),
  lessons: words,
  caller: words.describe('Who is expected to call'),
  hasResigned: z.boolean(),
  topics: z.array(words).max(20),
  requests: z.array(words).max(20).describe('Changes to the offer that are asked for'),
  requestedDate: moment.describe('Until when time is asked for'),
  proposedTimes: z.array(moment).max(20),
})

/** How a letter is wanted. */
export const draftChoice = {
  interviewer: z.string().describe('Id of the interviewer, or "coordinator"').exactOptional(),
  tone: z.enum(['neutral', 'warm', 'formal', 'brief']).exactOptional(),
  locale: z.string().max(35).describe('BCP 47. Default: the candidate’s').exactOptional(),
  address: z.enum(['informal', 'formal']).exactOptional(),
  facts: facts.partial().describe('What only the person knows; ask, never invent').exactOptional(),
}
