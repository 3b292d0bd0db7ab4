import { isAfterviewError } from '@afterview/time'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

/** Tells an assistant something, as text and as data. */
export function told(data: object): CallToolResult {
  const plain = JSON.parse(JSON.stringify(data)) as Record<string, unknown>
  return { content: [{ type: 'text', text: JSON.stringify(plain) }], structuredContent: plain }
}

/** Tells that nothing was done, why, and what to do instead. */
export function refused(why: string, data: object = {}): CallToolResult {
  const { structuredContent = {} } = told({ ...data, refused: why })
  return {
    isError: true,
    content: [{ type: 'text', text: `${why}\n${JSON.stringify(data)}` }],
    structuredContent,
  }
}

/** Does the work of a tool; an error that says how to mend it becomes a refusal. */
export async function attempt(
  work: () => CallToolResult | Promise<CallToolResult>,
): Promise<CallToolResult> {
  try {
    return await work()
  } catch (error) {
    if (isAfterviewError(error)) return refused(error.message, error.details)
    throw error
  }
}
