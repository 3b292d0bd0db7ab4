/** How many runs a property test makes: `usual`, or what AFTERVIEW_FUZZ asks for. */
export function fuzzRuns(usual: number): number {
  const asked = Number(process.env['AFTERVIEW_FUZZ'])
  return Number.isSafeInteger(asked) && asked > 0 ? asked : usual
}
