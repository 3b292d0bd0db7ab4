import { AfterviewError } from '@afterview/time'
import { type Chosen, choosePlace, type Fallback, type LetterChoice } from './choose-template.ts'
import type { LetterViews } from './generated/letter-views.ts'
import type { KindContract, LetterOutput } from './kind-contract.ts'
import type { AddressForm, LetterPack, Tone } from './letter-pack.ts'
import type { LetterWording } from './letter-wording.ts'
import { lintContextOf } from './lint-context.ts'
import { createLintLanguage } from './lint-language.ts'
import type { LintContext } from './lint-rule.ts'
import { languageOf, lastLocale } from './locale-chain.ts'
import type { PackEntry } from './pack-entry.ts'
import { packInvalid } from './pack-problem.ts'
import { shelvePacks } from './pack-shelf.ts'
import { remember } from './remember.ts'
import { createRenderer } from './render-parts.ts'
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
   * template is parsed when it is first taken. In a pack that nobody checked, mistakes are refused
   * where they would be rendered.
   */
  readonly packs: readonly LetterPack[]
}

/**
 * A book of the letters of all packs.
 * @throws AfterviewError `pack-invalid` when packs want the same place for their templates
 */
export function createLetterBook<Views extends object = LetterViews>(
  options: LetterBookOptions,
): LetterBook<Views> {
  const { entries, contracts, words, wording, problems } = shelvePacks(options.packs)
  if (problems.length > 0) throw packInvalid(problems)
  const byKind = Map.groupBy(entries, ({ kind }) => kind)
  const rendererOf = remember(createRenderer)
  const languageFor = remember((language: string) => {
    const list = words.get(language)
    return list && createLintLanguage(list)
  })
  const contract = (kind: string): KindContract => contracts.get(kind) ?? refuse(kind, contracts)
  return {
    kinds: [...contracts.keys()],
    locales: localesOf(entries),
    contract,
    choose: (kind, choice = {}) => describe(contract(kind), findPlace(byKind, kind, choice)),
    render: (kind, view, choice = {}) => {
      const known = contract(kind)
      const chosen = findPlace(byKind, kind, choice)
      const checked = requireView(known, view)
      return { ...describe(known, chosen), ...rendererOf(chosen.place)(checked) }
    },
    wording: (locale) => wording.get(languageOf(locale)),
    lintContext: ({ kind, locale }, view) =>
      lintContextOf(contract(kind), view, languageFor(languageOf(locale))),
  }
}

function refuse(kind: string, contracts: ReadonlyMap<string, KindContract>): never {
  throw new AfterviewError('kind-unknown', {
    happened: `No pack has letters of the kind "${kind}"`,
    fix: `use one of ${[...contracts.keys()].join(', ')}`,
    details: { kind },
  })
}

function findPlace(
  byKind: ReadonlyMap<string, readonly PackEntry[]>,
  kind: string,
  choice: LetterChoice,
): Chosen<PackEntry> {
  const entries = byKind.get(kind) ?? []
  const chosen = choosePlace(entries, choice)
  if (chosen) return chosen
  const { locale = lastLocale } = choice
  const locales = localesOf(entries)
  throw new AfterviewError('template-missing', {
    happened: `"${kind}" has no template in ${locale} or English`,
    fix: `load a pack that has one, or ask for another locale (${locales.join(', ')})`,
    details: { kind, locale, locales },
  })
}

function localesOf(entries: readonly PackEntry[]): readonly string[] {
  return [...new Set(entries.map(({ locale }) => locale))]
}

function describe(
  { kind, output }: KindContract,
  { place, fallbacks }: Chosen<PackEntry>,
): ChosenTemplate {
  const { locale, tone, address, pack, file } = place
  const form = address && { address }
  return { kind, output, locale, tone, ...form, fallbacks, pack: pack.id, file }
}
