import { z } from 'zod'

const words = z.string().max(2000)
const moment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('instant'), at: z.string() }),
  z.strictObject({ kind: z.literal('wall'), local: z.string(), zone: z.string() }),
  z.strictObject({ kind: z.literal('day'), date: z.string(), zone: z.string() }),
])

/** Facts that only the person knows. What the application knows cannot be overruled from outside. */
const facts = z.strictObject({
  thought: words,
  reason: words,
  news: words,
  lessons: words,
  caller: words,
  hasResigned: z.boolean(),
  topics: z.array(words).max(20),
  requests: z.array(words).max(20),
  requestedDate: moment,
  proposedTimes: z.array(moment).max(20),
})

/** How a letter is wanted. */
export const draftChoice = z.strictObject({
  interviewer: z.string().exactOptional(),
  tone: z.enum(['neutral', 'warm', 'formal', 'brief']).exactOptional(),
  locale: z.string().max(35).exactOptional(),
  address: z.enum(['informal', 'formal']).exactOptional(),
  facts: facts.partial().exactOptional(),
})
