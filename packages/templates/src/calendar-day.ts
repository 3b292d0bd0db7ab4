/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  // 30 February is taken for 2 March.
  return /^\d{4}-\d\d-\d\d$/u.test(text) && String(new Date(text).toJSON()).startsWith(text)
}
