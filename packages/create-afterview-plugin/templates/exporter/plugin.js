// @ts-check

/** @type {import('@afterview/plugin-host').Plugin<import('./names.js').Names>} */
export const plugin = {
  activate({ exporters, subscriptions }) {
    subscriptions.push(
      exporters.register('__NAME__.csv', ({ snapshot, options }) => {
        const separator = options['separator'] === ';' ? ';' : ','
        const rows = Object.entries(flatten(snapshot, ''))
        return {
          content: rows.map((cells) => cells.map(quote).join(separator)).join('\r\n'),
          encoding: 'utf8',
        }
      }),
    )
  },
}

/**
 * `{ company: { name: 'x' } }` as `{ 'company.name': 'x' }`
 * @param {import('@afterview/plugin-host').JsonObject} value
 * @param {string} prefix
 * @returns {Record<string, string>}
 */
function flatten(value, prefix) {
  const entries = Object.entries(value).map(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? flatten(
          /** @type {import('@afterview/plugin-host').JsonObject} */ (inner),
          `${prefix}${key}.`,
        )
      : { [`${prefix}${key}`]: typeof inner === 'string' ? inner : JSON.stringify(inner) },
  )
  return Object.assign({}, ...entries)
}

/** @param {string} cell */
function quote(cell) {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
