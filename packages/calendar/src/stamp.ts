/** A UTC date-time, `20261125T143000Z`, from milliseconds since 1970. Fractions of a second are cut off. */
export function utcStamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** A local date-time, `20261125T153000`, from `YYYY-MM-DDTHH:mm`. */
export function localStamp(local: string): string {
  return `${dateStamp(local.slice(0, 10))}T${local.slice(11, 13)}${local.slice(14, 16)}00`
}

/** A date, `20261125`, from `YYYY-MM-DD`. */
export function dateStamp(date: string): string {
  return date.replaceAll('-', '')
}
