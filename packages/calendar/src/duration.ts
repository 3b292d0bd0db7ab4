/**
 * A duration in whole minutes as RFC 5545 writes it: `PT0S`, `PT90M`, `PT15H`, `-PT24H`. Days are
 * written as hours, since a day is a nominal length that changes with the clocks and minutes are not.
 */
export function formatMinutes(minutes: number): string {
  if (minutes === 0) return 'PT0S'
  const [sign, length] = minutes < 0 ? ['-', -minutes] : ['', minutes]
  return `${sign}PT${length % 60 === 0 ? `${length / 60}H` : `${length}M`}`
}
