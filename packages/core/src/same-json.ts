/** Whether two JSON values are equal, whatever the order of their keys. */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (!isObject(left) || !isObject(right)) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  let names = 0
  for (const name in left) {
    if (!Object.hasOwn(right, name) || !isSameJson(left[name], right[name])) return false
    names += 1
  }
  return names === Object.keys(right).length
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
