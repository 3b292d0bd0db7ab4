/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const start = new Date(`${text}T00:00:00Z`)
  const isWritten = /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(start.getTime())
  // 30 February is taken for 2 March.
  return isWritten && start.toISOString().startsWith(text)
}
