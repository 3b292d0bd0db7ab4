import { z } from 'zod'

const name = z.string().min(1).max(200)
const email = z.string().exactOptional()
const timePoint = z
  .union([z.string(), z.strictObject({ local: z.string(), zone: z.string() })])
  .describe('ISO 8601 with offset, or a clock time {local: YYYY-MM-DDTHH:mm, zone: IANA}')

/** What an application begins with; the core names every field that makes no sense. */
export const beginInput = {
  applicationId: z
    .string()
    .describe('A short id of its own, such as acme-2026-11: letters, digits, dots, hyphens'),
  candidate: z.strictObject({
    name,
    email,
    zone: z.string().describe('IANA zone, such as Europe/London').exactOptional(),
    locale: z.string().describe('BCP 47, such as en-GB').exactOptional(),
  }),
  company: z.strictObject({
    name,
    zone: z.string().describe('IANA zone of the employer').exactOptional(),
    country: z.string().describe('For public holidays: NL, or DE-BY').exactOptional(),
  }),
  role: name,
  round: z.strictObject({
    number: z.number().int().min(1).describe('Which interview it is, from 1'),
    medium: z.enum(['video', 'phone', 'onsite']),
    startsAt: timePoint.exactOptional(),
    endsAt: timePoint.describe('When the interview ends by plan'),
    interviewers: z.array(
      z.strictObject({ id: name, name, email, title: z.string().exactOptional() }),
    ),
    coordinator: z.strictObject({ name, email }).exactOptional(),
  }),
}
