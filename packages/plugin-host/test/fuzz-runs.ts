/** Runs of a property: few by default, as many as `AFTERVIEW_FUZZ` says. */
export function fuzzRuns(usual: number): number {
  const asked = Number(process.env['AFTERVIEW_FUZZ'])
  return Number.isInteger(asked) && asked > 0 ? asked : usual
}
