export { createPlugin, type NewPlugin } from './create-plugin.ts'
export { type TemplateName, templateNames, templates } from './template.ts'
