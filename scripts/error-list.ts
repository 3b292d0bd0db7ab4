import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** One error that a package can throw or report, as its source says it. */
export interface ListedError {
  readonly package: string
  /** Stable, in kebab-case. */
  readonly code: string
  /** What happened; what differs from case to case is an ellipsis. */
  readonly happened: string
  /** The action that mends it. */
  readonly fix: string
}

/**
 * Every error of the packages, read from their sources: `new AfterviewError(code, { happened, fix })`
 * and the entries of error tables, `code: (…) => ({ happened, fix })`.
 */
export function listErrors(): readonly ListedError[] {
  const found = globSync('packages/*/src/**/*.ts')
    .filter((path) => !path.includes('/generated/'))
    .toSorted()
    .flatMap(errorsIn)
  const byCode = new Map<string, ListedError>()
  for (const error of found) {
    const key = `${error.package} ${error.code}`
    const known = byCode.get(key)
    byCode.set(key, known === undefined ? error : merged(known, error))
  }
  return [...byCode.values()].toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
}

/** The list as a section and a table for each package. */
export function errorTables(): string {
  const errors = listErrors()
  const packages = [...new Set(errors.map((error) => error.package))]
  return packages
    .map((name) => {
      const rows = errors
        .filter((error) => error.package === name)
        .map(({ code, happened, fix }) => `| \`${code}\` | ${cell(happened)} | ${cell(fix)} |`)
      return [
        `## ${name}`,
        '',
        '| code | what happened | fix |',
        '| --- | --- | --- |',
        ...rows,
      ].join('\n')
    })
    .join('\n\n')
}

function errorsIn(path: string): readonly ListedError[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const name: unknown = JSON.parse(
    readFileSync(`packages/${path.split('/')[1]}/package.json`, 'utf8'),
  ).name
  const found: ListedError[] = []
  const visit = (node: ts.Node): void => {
    const error = thrown(node) ?? tabled(node)
    if (error !== undefined) found.push({ package: String(name), ...error })
    node.forEachChild(visit)
  }
  visit(source)
  return found
}

type Facts = Omit<ListedError, 'package'>

/** `new AfterviewError('zone-unknown', { happened: …, fix: … })` */
function thrown(node: ts.Node): Facts | undefined {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'AfterviewError') return undefined
  const [code, facts] = node.arguments ?? []
  if (code === undefined || !ts.isStringLiteralLike(code)) return undefined
  return facts !== undefined && ts.isObjectLiteralExpression(facts)
    ? factsOf(code.text, facts)
    : undefined
}

/** `'zone-unknown': (d) => ({ happened: …, fix: … })` */
function tabled(node: ts.Node): Facts | undefined {
  if (!ts.isPropertyAssignment(node) || !ts.isStringLiteralLike(node.name)) return undefined
  if (!ts.isArrowFunction(node.initializer)) return undefined
  const { body } = node.initializer
  const facts = ts.isParenthesizedExpression(body) ? body.expression : undefined
  return facts !== undefined && ts.isObjectLiteralExpression(facts)
    ? factsOf(node.name.text, facts)
    : undefined
}

function factsOf(code: string, facts: ts.ObjectLiteralExpression): Facts | undefined {
  const happened = property(facts, 'happened')
  const fix = property(facts, 'fix')
  return happened === undefined || fix === undefined
    ? undefined
    : { code, happened: textOf(happened), fix: textOf(fix) }
}

function property(facts: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const each of facts.properties) {
    if (ts.isShorthandPropertyAssignment(each) && each.name.text === name) return each.name
    if (ts.isPropertyAssignment(each) && each.name.getText() === name) return each.initializer
  }
  return undefined
}

/** The words of an expression, with an ellipsis for what is only known when it happens. */
function textOf(expression: ts.Expression): string {
  if (ts.isStringLiteralLike(expression)) return expression.text
  if (ts.isTemplateExpression(expression)) {
    const spans = expression.templateSpans.map(({ literal }) => `…${literal.text}`)
    return expression.head.text + spans.join('')
  }
  if (ts.isConditionalExpression(expression))
    return `${textOf(expression.whenTrue)} / ${textOf(expression.whenFalse)}`
  if (ts.isBinaryExpression(expression)) return textOf(expression.left) + textOf(expression.right)
  if (ts.isParenthesizedExpression(expression)) return textOf(expression.expression)
  return '…'
}

/** One code that is thrown in several places says all that it says. */
function merged(left: ListedError, right: ListedError): ListedError {
  return {
    ...left,
    happened: joined(left.happened, right.happened),
    fix: joined(left.fix, right.fix),
  }
}

function joined(left: string, right: string): string {
  return left.split(' / ').includes(right) ? left : `${left} / ${right}`
}

function keyOf({ package: name, code }: ListedError): string {
  return `${name} ${code}`
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .replaceAll('<', '\\<')
    .replaceAll('{', '\\{')
}
