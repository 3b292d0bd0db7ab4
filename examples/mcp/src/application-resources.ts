import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Afterview } from 'afterview'
import { summaries, summaryOf } from './application-summary.ts'

const mimeType = 'application/json'

/** Applications as resources, for a person who attaches one to a conversation. */
export function addApplicationResources(server: McpServer, afterview: Afterview): void {
  const template = new ResourceTemplate('afterview://applications/{applicationId}', {
    list: async () => ({
      resources: (await summaries(afterview)).map(({ applicationId, company, role, state }) => ({
        uri: `afterview://applications/${applicationId}`,
        name: `${role} at ${company}`,
        description: state,
        mimeType,
      })),
    }),
  })
  const about = { title: 'Application', description: 'State, agenda and history', mimeType }
  server.registerResource('application', template, about, async (uri, variables) => {
    const applicationId = String(variables['applicationId'])
    const agenda = await afterview.agenda({ applicationId })
    const history = await afterview.engine.history(applicationId)
    const snapshot = await afterview.read(applicationId)
    const found = { ...(snapshot && summaryOf(snapshot)), agenda, history }
    return { contents: [{ uri: uri.href, mimeType, text: JSON.stringify(found) }] }
  })
}
