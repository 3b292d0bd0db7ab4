import {
  activationPrefixes,
  allPoints,
  diagnosticTable,
  type JsonObject,
  plainActivationEvents,
  pointNames,
} from '@afterview/plugin-host'

/** `docs/contribution-points.md`, from the descriptors that the checks come from. */
export function contributionDocs(): string {
  const sections = pointNames.map((name) => {
    const { description, layout, schema, example, handler } = allPoints[name]
    return [
      `## ${name}`,
      '',
      `${description}. ${layoutText(layout)} ${codeText(handler)}`,
      '',
      ...fieldTable(schema),
      '',
      '```json',
      JSON.stringify({ contributes: { [name]: exampleOf(layout, example) } }, null, 2),
      '```',
      '',
    ].join('\n')
  })
  return [
    '# Contribution points',
    '',
    'Written by `scripts/write-docs.ts`. What a plugin adds is declared under `contributes` in its `package.json`, and works before any of its code runs.',
    '',
    ...sections,
    '## Activation events',
    '',
    'They follow from the contributions. Only others need to be written under `activationEvents`.',
    '',
    '| event | with |',
    '| --- | --- |',
    ...Object.entries(activationPrefixes).map(([prefix, text]) => `| \`${prefix}\` | ${text} |`),
    ...Object.entries(plainActivationEvents).map(([event, text]) => `| \`${event}\` | ${text} |`),
    '',
  ].join('\n')
}

function layoutText(layout: string): string {
  if (layout === 'list') return 'A list.'
  return layout === 'places'
    ? 'A list for each place, by its name.'
    : 'One group, or a list of groups.'
}

function codeText(handler: string | undefined): string {
  return handler === undefined
    ? 'Data: no code is needed.'
    : `The code behind it is registered in \`activate\` (kind \`${handler}\`).`
}

function exampleOf(layout: string, example: JsonObject): unknown {
  if (layout === 'places') return { application: [example] }
  return layout === 'list' ? [example] : example
}

function fieldTable(schema: JsonObject): readonly string[] {
  const required = schema['required'] as readonly string[]
  const properties = schema['properties'] as Readonly<Record<string, JsonObject>>
  const rows = Object.entries(properties).map(([name, field]) => {
    const isRequired = required.includes(name) ? 'yes' : ''
    return `| \`${name}\` | ${typeText(field)} | ${isRequired} | ${textOf(field['description'])} |`
  })
  return ['| field | type | required | meaning |', '| --- | --- | --- | --- |', ...rows]
}

function typeText({ type, enum: values }: JsonObject): string {
  if (Array.isArray(values)) return values.map((value) => `\`${String(value)}\``).join(', ')
  return Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : 'any'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** `docs/diagnostics.md`, from the table of codes. */
export function diagnosticDocs(): string {
  const rows = Object.entries(diagnosticTable).map(
    ([code, [severity, text]]) => `| \`${code}\` | ${severity} | ${text} |`,
  )
  return [
    '# Diagnostics of manifests',
    '',
    'Written by `scripts/write-docs.ts`. An error keeps the contribution, or the plugin, from being used.',
    '',
    '| code | severity | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
