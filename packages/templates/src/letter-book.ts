import { AfterviewError } from '@afterview/time'
import { choosePlace, type Fallback, fallbacksOf, type LetterChoice } from './choose-template.ts'
import type { LetterViews } from './generated/letter-views.ts'
import type { KindContract, LetterOutput } from './kind-contract.ts'
import type { AddressForm, LetterPack, Tone } from './letter-pack.ts'
import type { LetterWording } from './letter-wording.ts'
import { lintContextOf } from './lint-context.ts'
import { createLintLanguage, type LintLanguage } from './lint-language.ts'
import type { LintContext } from './lint-rule.ts'
import { createTemplateLoader, type LoadedTemplate } from './load-template.ts'
import { languageOf } from './locale-chain.ts'
import { packInvalid, problemError } from './pack-problem.ts'
import { type PackShelf, type ShelvedEntry, shelvePacks } from './pack-shelf.ts'
import { renderParts } from './render-parts.ts'
import { requireView } from './view-check.ts'

/** The template that answers a choice. */
export interface ChosenTemplate {
  readonly kind: string
  readonly output: LetterOutput
  readonly locale: string
  readonly tone: Tone
  /** Left out where the language has no such choice. */
  readonly address?: AddressForm
  /** What was asked for and could not be had. */
  readonly fallbacks: readonly Fallback[]
  /** Id of the pack, and path of the template in it. */
  readonly pack: string
  readonly file: string
}

/** A letter, script or note as text, all of it in one language. */
export interface RenderedLetter extends ChosenTemplate {
  /** One line. A script or a note may have none. */
  readonly subject?: string
  readonly text: string
}

/** Letters to choose from. `Views` maps each kind to the variables it takes. */
export interface LetterBook<Views extends object = LetterViews> {
  /** Every kind, in the order of the packs. */
  readonly kinds: readonly string[]
  /** Every locale that has at least one template. */
  readonly locales: readonly string[]
  /** The contract of a kind. @throws AfterviewError `kind-unknown` */
  contract(kind: string): KindContract
  /**
   * The template that `render` would take, so that a view can be made in its locale.
   * @throws AfterviewError `kind-unknown`, `template-missing`, `locale-invalid`
   */
  choose(kind: string, choice?: LetterChoice): ChosenTemplate
  /**
   * Renders a kind in a locale, tone and form of address.
   * @throws AfterviewError as `choose`, `view-invalid` with every problem of the view, and whatever
   * the strict dialect refuses in a template that was not checked
   */
  render<Kind extends keyof Views & string>(
    kind: Kind,
    view: Views[Kind],
    choice?: LetterChoice,
  ): RenderedLetter
  /** How views speak the language of a locale, where a pack says so: for `LetterFacts.wording`. */
  wording(locale: string): LetterWording | undefined
  /** What the linter can know of a letter: its language, the limits of its kind, facts of its view. */
  lintContext(letter: Pick<ChosenTemplate, 'kind' | 'locale'>, view: object): LintContext
}

/** What a book is made of. */
export interface LetterBookOptions {
  /**
   * Packs that were checked: those of this package, and those that `openPacks` gave back. Each
   * template is parsed when it is first taken, strictly.
   */
  readonly packs: readonly LetterPack[]
}

/**
 * A book of the letters of all packs.
 * @throws AfterviewError `pack-invalid` when packs stand in each other's way
 */
export function createLetterBook<Views extends object = LetterViews>(
  options: LetterBookOptions,
): LetterBook<Views> {
  const shelf = shelvePacks(options.packs)
  const errors = shelf.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw packInvalid(errors)
  const byKind = Map.groupBy(shelf.entries, ({ entry }) => entry.kind)
  const languageFor = rememberLanguages(shelf)
  const templateFor = rememberTemplates()
  const contract = (kind: string): KindContract => contractOf(shelf, kind)
  const find = (kind: string, choice: LetterChoice): ShelvedEntry =>
    findEntry(byKind.get(contract(kind).kind) ?? [], kind, choice)
  return {
    kinds: [...shelf.contracts.keys()],
    locales: [...new Set(shelf.entries.map(({ locale }) => locale))],
    contract,
    choose: (kind, choice = {}) => describe(find(kind, choice), contract(kind), choice),
    render: (kind, view, choice = {}) => {
      const shelved = find(kind, choice)
      const checked = requireView(kind, contract(kind).variables, view)
      const letter = renderParts(templateFor(shelved), checked)
      return { ...describe(shelved, contract(kind), choice), ...letter }
    },
    wording: (locale) => shelf.wording.get(languageOf(locale)),
    lintContext: ({ kind, locale }, view) =>
      lintContextOf(contract(kind), { ...view }, languageFor(languageOf(locale))),
  }
}

function rememberTemplates(): (shelved: ShelvedEntry) => LoadedTemplate {
  const loader = createTemplateLoader()
  const templates = new Map<ShelvedEntry, LoadedTemplate>()
  return (shelved) => {
    const known = templates.get(shelved)
    if (known) return known
    const { template, problems } = loader.load(shelved)
    if (problems[0]) throw problemError(problems[0])
    templates.set(shelved, template)
    return template
  }
}

function rememberLanguages({ words }: PackShelf): (language: string) => LintLanguage | undefined {
  const languages = new Map<string, LintLanguage>()
  return (language) => {
    const list = words.get(language)
    const known = languages.get(language) ?? (list && createLintLanguage(list))
    if (known) languages.set(language, known)
    return known
  }
}

function contractOf({ contracts }: PackShelf, kind: string): KindContract {
  const contract = contracts.get(kind)
  if (contract) return contract
  throw new AfterviewError('kind-unknown', {
    happened: `No pack has letters of the kind "${kind}"`,
    fix: `use one of ${[...contracts.keys()].join(', ')}`,
    details: { kind },
  })
}

function findEntry(
  entries: readonly ShelvedEntry[],
  kind: string,
  choice: LetterChoice,
): ShelvedEntry {
  const place = choosePlace(entries, choice)
  if (place) return place
  const locales = [...new Set(entries.map(({ locale }) => locale))]
  throw new AfterviewError('template-missing', {
    happened: `"${kind}" has no template in ${choice.locale ?? 'en'} or English (it has ${locales.join(', ') || 'none'})`,
    fix: 'load a pack that has one, or ask for another locale',
    details: { kind, locale: choice.locale ?? 'en', locales },
  })
}

function describe(
  { entry }: ShelvedEntry,
  { output }: KindContract,
  choice: LetterChoice,
): ChosenTemplate {
  const { kind, locale, tone, address, pack, file } = entry
  return {
    kind,
    output,
    locale,
    tone,
    ...(address === undefined ? {} : { address }),
    fallbacks: fallbacksOf(choice, entry),
    pack,
    file,
  }
}
