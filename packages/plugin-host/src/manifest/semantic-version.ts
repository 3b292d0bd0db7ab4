import satisfies from 'semver/functions/satisfies.js'
import valid from 'semver/functions/valid.js'
import validRange from 'semver/ranges/valid.js'

/** Whether a text is a semantic version. */
export function isVersion(text: string): boolean {
  return valid(text) !== null
}

/** Whether a text is a range of versions. */
export function isRange(text: string): boolean {
  return validRange(text) !== null
}

/** Whether a version is in a range, prereleases included. */
export function isInRange(version: string, range: string): boolean {
  return satisfies(version, range, { includePrerelease: true })
}
