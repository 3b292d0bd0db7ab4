export { compileTemplate, type Template, type TemplateOptions } from './compile-template.ts'
export type { Dialect } from './template-source.ts'
