import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CalendarProblem } from '@afterview/calendar'
import { describe, expect, it } from 'vitest'
import { readEvents } from './read-back.ts'
import { download, feed, share } from './readme-example.ts'
import { sampleAgenda } from './sample-agenda.ts'

const folder = import.meta.dirname

describe('the example of the README', () => {
  it('is the program that is tested here', () => {
    const readme = readFileSync(join(folder, '../README.md'), 'utf8')
    const program = readFileSync(join(folder, 'readme-example.ts'), 'utf8')
    expect(readme).toContain(`\`\`\`ts\n${program}\`\`\``)
  })

  it('serves a file', async () => {
    const problems: CalendarProblem[] = []
    const text = await download(sampleAgenda, (problem) => problems.push(problem)).text()
    expect(problems).toEqual([])
    expect(readEvents(text)).toHaveLength(sampleAgenda.length)
  })

  it('shares a feed without the company', async () => {
    const address = share(() => sampleAgenda)
    const response = await feed.respond(new Request(address.replace('webcal:', 'https:')))
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toContain('SUMMARY:Check in about the decision')
    expect(text).not.toContain('Acme')
  })
})
