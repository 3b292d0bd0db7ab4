import { compileTemplate } from '@afterview/templates'
import { type AfterviewError, isAfterviewError } from '@afterview/time'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

function refusal(act: () => unknown): AfterviewError {
  try {
    act()
  } catch (error) {
    if (isAfterviewError(error)) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const render = (text: string, view: unknown, partials = {}): string =>
  compileTemplate(text, { name: 'note.mustache', partials }).render(view)

describe('a letter template refuses when it is compiled [TPL-2]', () => {
  it.each([
    ['{{name', 'template-syntax', 1, 7],
    ['{{#a}}x', 'template-syntax', 1, 8],
    ['x\n{{/a}}', 'template-syntax', 2, 1],
    ['{{#a}}{{#b}}{{/a}}{{/b}}', 'template-syntax', 1, 13],
    ['Dear {{{name}}}', 'tag-raw', 1, 6],
    ['Dear\n{{&name}}', 'tag-raw', 2, 1],
    ['{{#a}}\n  {{{b}}}\n{{/a}}', 'tag-raw', 2, 3],
    ['{{=<% %>=}}', 'tag-delimiters', 1, 1],
    ['{{a + b}}', 'tag-name', 1, 1],
    ['{{x|upper}}', 'tag-name', 1, 1],
    ['{{?x}}', 'tag-name', 1, 1],
    ['{{}}', 'tag-name', 1, 1],
    ['{{a..b}}', 'tag-name', 1, 1],
    ['{{.a}}', 'tag-name', 1, 1],
    ['{{#a b}}{{/a b}}', 'tag-name', 1, 1],
    ['{{$block}}{{/block}}', 'template-syntax', 1, 11],
    ['{{<parent}}{{/parent}}', 'template-syntax', 1, 12],
    ['{{> sign/off}}', 'tag-name', 1, 1],
    ['\n{{> signature}}', 'partial-unknown', 2, 1],
    ['{{>constructor}}', 'partial-unknown', 1, 1],
  ])('%j as %s at %i:%i', (text, code, line, column) => {
    const error = refusal(() => compileTemplate(text, { name: 'note.mustache' }))
    expect(error.code).toBe(code)
    expect(error.details).toEqual({ template: 'note.mustache', line, column })
    expect(error.message).toContain(`note.mustache:${line}:${column}: `)
  })

  it('a partial that reaches itself, and names the circle', () => {
    const partials = { a: '{{> b}}', b: '{{#x}}{{> c}}{{/x}}', c: '\n {{> a}}' }
    const error = refusal(() => compileTemplate('{{> a}}', { partials }))
    expect(error.code).toBe('partial-circular')
    expect(error.message).toContain('a > b > c > a')
    expect(error.details).toEqual({ template: 'template > c', line: 2, column: 2 })
  })

  it('a mistake inside a partial, and names the partial', () => {
    const error = refusal(() => compileTemplate('{{> a}}', { partials: { a: 'x {{{y}}}' } }))
    expect(error.details).toEqual({ template: 'template > a', line: 1, column: 3 })
  })
})

describe('a letter template refuses when it is rendered [TPL-3]', () => {
  const inherited: object = Object.create({ name: 'inherited' })
  class Person {
    readonly name = 'Sam'
  }

  it.each([
    ['{{name}}', {}, 'name-missing'],
    ['{{#name}}x{{/name}}', {}, 'name-missing'],
    ['{{^name}}x{{/name}}', {}, 'name-missing'],
    ['{{name}}', inherited, 'name-missing'],
    ['{{constructor}}', {}, 'name-missing'],
    ['{{toString}}', {}, 'name-missing'],
    ['{{__proto__.constructor.name}}', {}, 'name-missing'],
    ['{{#constructor}}x{{/constructor}}', {}, 'name-missing'],
    ['{{#people}}{{length}}{{/people}}', { people: ['Sam'] }, 'name-missing'],
    ['{{people.length}}', { people: ['Sam'] }, 'name-missing'],
    ['{{name.length}}', { name: 'Sam' }, 'name-missing'],
    ['{{a.b}}', { a: {} }, 'name-missing'],
    ['{{#a}}{{b.c}}{{/a}}', { a: { b: {} }, b: { c: 'leak' } }, 'name-missing'],
    ['{{a}}', { a: () => 'x' }, 'value-function'],
    ['{{#a}}x{{/a}}', { a: () => 'x' }, 'value-function'],
    ['{{^a}}x{{/a}}', { a: () => 'x' }, 'value-function'],
    ['{{a}}', { a: { toString: () => 'x' } }, 'value-unprintable'],
    ['{{a}}', { a: true }, 'value-unprintable'],
    ['{{a}}', { a: false }, 'value-unprintable'],
    ['{{a}}', { a: null }, 'value-unprintable'],
    ['{{a}}', { a: undefined }, 'value-unprintable'],
    ['{{a}}', { a: Number.NaN }, 'value-unprintable'],
    ['{{a}}', { a: Number.POSITIVE_INFINITY }, 'value-unprintable'],
    ['{{a}}', { a: ['x'] }, 'value-unprintable'],
    ['{{a}}', { a: new Date(0) }, 'value-unprintable'],
    ['{{a}}', { a: 10n }, 'value-unprintable'],
    ['{{#a}}x{{/a}}', { a: Promise.resolve('x') }, 'value-unprintable'],
    ['{{#a}}{{name}}{{/a}}', { a: new Person() }, 'value-unprintable'],
  ])('%s on %o with %s', (text, view, code) => {
    const error = refusal(() => render(`one\ntwo ${text}`, view))
    expect(error.code).toBe(code)
    expect(error.details).toMatchObject({ template: 'note.mustache', line: 2 })
  })

  it('tells the place in a partial, also when the partial is indented', () => {
    const partials = { who: 'by\n{{name}}' }
    const error = refusal(() => render('x\n    {{> who}}\n', {}, partials))
    expect(error.details).toEqual({ template: 'note.mustache > who', line: 2, column: 1 })
  })
})

describe('a letter template prints [TPL-4]', () => {
  it.each([
    ['{{name}} & {{name}}', { name: "O'Brien <&>" }, "O'Brien <&> & O'Brien <&>"],
    ['{{n}} {{f}} {{z}}', { n: 3, f: 1.5, z: 0 }, '3 1.5 0'],
    ['{{a.b.c}}', { a: { b: { c: 'deep' } } }, 'deep'],
    ['{{#a}}{{outer}} {{b}}{{/a}}', { a: { b: 'in' }, outer: 'out' }, 'out in'],
    ['{{#items}}- {{.}}\n{{/items}}', { items: ['x', 'y'] }, '- x\n- y\n'],
    ['{{#name}}{{name}}!{{/name}}', { name: 'Sam' }, 'Sam!'],
    ['{{#name}}x{{/name}}{{^name}}none{{/name}}', { name: '' }, 'none'],
    ['{{^items}}none{{/items}}', { items: [] }, 'none'],
    ['{{#a}}x{{/a}}{{^a.b}}no{{/a.b}}', { a: null }, 'no'],
    ['{{v}}', { v: '{{y}} {{{z}}}' }, '{{y}} {{{z}}}'],
    ['{{v}}', JSON.parse('{"v": "own", "__proto__": {"v": "no"}}'), 'own'],
    ['{{a}}', Object.assign(Object.create(null) as object, { a: 'bare' }), 'bare'],
  ])('%j', (text, view, expected) => {
    expect(render(text, view)).toBe(expected)
  })

  it('plain objects of another realm', () => {
    const view: unknown = runInNewContext('({ a: { b: [{ c: "there" }] } })')
    expect(render('{{#a}}{{#b}}{{c}}{{/b}}{{/a}}', view)).toBe('there')
  })

  it('nothing for a name that is declared optional', () => {
    const template = compileTemplate('a{{#b.c}} {{b.c}}{{/b.c}}', { optional: ['b.c'] })
    expect(template.render({})).toBe('a')
    expect(template.render({ b: {} })).toBe('a')
    expect(template.render({ b: { c: 'd' } })).toBe('a d')
  })
})

describe('compiled templates share nothing [TPL-5]', () => {
  it('so one template renders differently for each view, with its partials', () => {
    const partials = { bye: 'Bye {{name}}' }
    const template = compileTemplate('Hi {{name}}\n{{> bye}}', { partials })
    expect(template.render({ name: 'Ada' })).toBe('Hi Ada\nBye Ada')
    expect(template.render({ name: 'Sam' })).toBe('Hi Sam\nBye Sam')
  })

  it('so the same text compiles differently under another dialect', () => {
    const spec = compileTemplate('{{a}}{{{a}}}', { dialect: 'spec' })
    expect(spec.render({ a: '<' })).toBe('&lt;<')
    expect(refusal(() => compileTemplate('{{a}}{{{a}}}')).code).toBe('tag-raw')
  })

  it('so 2,000 distinct templates leave no trace in mustache', async () => {
    const { default: mustache } = await import('mustache')
    const parse = mustache.parse('probe')
    for (let index = 0; index < 2000; index += 1) compileTemplate(`Dear {{name}}, ${index}`)
    expect(mustache.parse('probe')).toBe(parse)
    expect(Object.keys(Reflect.get(mustache.templateCache ?? {}, '_cache') as object)).toHaveLength(
      1,
    )
  })
})
