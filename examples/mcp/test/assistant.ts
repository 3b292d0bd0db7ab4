import { createManualClock } from '@afterview/engine/testing'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { type Afterview, createAfterview } from 'afterview'
import { onTestFinished } from 'vitest'
import { createAssistantServer } from '../src/assistant-server.ts'

/** What a tool answered: JSON of which each test knows the shape. */
export interface Answer {
  readonly isError: boolean
  readonly text: string
  readonly data: ReturnType<typeof JSON.parse>
}

/** Calls tools as an assistant does. */
export interface Assistant {
  readonly client: Client
  call(name: string, args?: object): Promise<Answer>
}

export const input = {
  applicationId: 'fernhill',
  candidate: { name: 'Maya Okafor', email: 'maya@mail.example', zone: 'Europe/London' },
  company: { name: 'Fernhill Analytics', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Data Engineer',
  round: {
    number: 1,
    medium: 'video',
    endsAt: { local: '2026-11-25T15:30', zone: 'Europe/Amsterdam' },
    interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@fernhill.example' }],
  },
}

/** An assistant beside an Afterview in memory, at the end of the interview. */
export async function startAssistant(): Promise<Assistant & { readonly afterview: Afterview }> {
  const clock = createManualClock('2026-11-25T14:28:00Z')
  const afterview = await createAfterview({ clock })
  const server = createAssistantServer({ afterview, now: () => clock.now() })
  const [mine, theirs] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1.0.0' })
  await Promise.all([server.connect(theirs), client.connect(mine)])
  onTestFinished(async () => {
    await client.close()
    await afterview.dispose()
  })
  return { afterview, ...assistantWith(client) }
}

/** An assistant that speaks through a connected client. */
export function assistantWith(client: Client): Assistant {
  return {
    client,
    async call(name, args = {}) {
      const result = await client.callTool({ name, arguments: { ...args } })
      const [content] = result.content as { readonly text: string }[]
      return {
        isError: result.isError === true,
        text: content?.text ?? '',
        data: result.structuredContent,
      }
    },
  }
}
