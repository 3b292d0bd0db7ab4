import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { addApplicationResources } from './application-resources.ts'
import { addReadingTools } from './reading-tools.ts'
import { addRecordingTools, type RecordingWorld } from './recording-tools.ts'

const instructions = `Afterview knows what follows a job interview: the agenda, the letters, the answer that is awaited.
- Nothing is ever sent. Letters are drafts for the person, who sends them and says so; only then record thankYou.sent or the like.
- Record facts that the person has told, each once, with a key of its own. Never guess an event, a date or a reading.
- A refusal changes nothing and says what is possible. Tell the person, or ask.
- Give dates as the agenda has them, and say where they come from (explain).`

/** Makes the MCP server of an Afterview: tools that look, tools that record, applications as resources. */
export function createAssistantServer(world: RecordingWorld): McpServer {
  const server = new McpServer({ name: 'afterview', version: '0.1.0' }, { instructions })
  addReadingTools(server, world.afterview)
  addRecordingTools(server, world)
  addApplicationResources(server, world.afterview)
  return server
}
