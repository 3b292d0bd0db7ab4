/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  // 30 February is taken for 2 March, 32 January for no date.
  return /^\d{4}-\d\d-\d\d$/u.test(text) && JSON.stringify(new Date(text)).includes(text)
}
