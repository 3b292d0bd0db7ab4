/** What a new plugin can begin as, each with what it shows. */
export const templates = {
  policy: 'a rule that proposes an effect, a command and a setting',
  letters: 'a pack of letters: data, without any code',
  exporter: 'a file made from an application',
  browser: 'a view and a command that run in a Web Worker',
} as const satisfies Readonly<Record<string, string>>

/** Name of a template. */
export type TemplateName = keyof typeof templates

/** Names of all templates. */
export const templateNames = Object.keys(templates) as readonly TemplateName[]

/** Whether a text names a template. */
export function isTemplateName(text: string): text is TemplateName {
  return Object.hasOwn(templates, text)
}
