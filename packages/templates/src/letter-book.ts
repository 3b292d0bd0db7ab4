import { AfterviewError } from '@afterview/time'
import {
  choosePlace,
  type Fallback,
  fallbacksOf,
  type LetterChoice,
  type RatedPlace,
} from './choose-template.ts'
import type { LetterViews } from './generated/letter-views.ts'
import type { KindContract, LetterOutput } from './kind-contract.ts'
import type { AddressForm, Tone } from './letter-pack.ts'
import { lintContextOf } from './lint-context.ts'
import type { LintContext } from './lint-rule.ts'
import { type LoadedPacks, type LoadedTemplate, loadPacks } from './load-packs.ts'
import { languageOf } from './locale-chain.ts'
import { describeProblem, type PackProblem } from './pack-problem.ts'
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
  /** What is not as it should be in the packs, though they can be used. */
  readonly warnings: readonly PackProblem[]
  /** The contract of a kind. @throws AfterviewError `kind-unknown` */
  contract(kind: string): KindContract
  /**
   * The template that `render` would take, so that a view can be made in its locale.
   * @throws AfterviewError `kind-unknown`, `template-missing`, `locale-invalid`
   */
  choose(kind: string, choice?: LetterChoice): ChosenTemplate
  /**
   * Renders a kind in a locale, tone and form of address.
   * @throws AfterviewError as `choose`, and `view-invalid` with every problem of the view
   */
  render<Kind extends keyof Views & string>(
    kind: Kind,
    view: Views[Kind],
    choice?: LetterChoice,
  ): RenderedLetter
  /** What the linter can know of a letter: its language, the limits of its kind, facts of its view. */
  lintContext(letter: Pick<ChosenTemplate, 'kind' | 'locale'>, view: object): LintContext
}

/** What a book is made of. */
export interface LetterBookOptions {
  /** Packs as JSON values; see {@link LetterPack}. Each is checked. */
  readonly packs: readonly unknown[]
}

/**
 * A book of the letters of all packs.
 * @throws AfterviewError `pack-invalid` with every problem of every pack in `details.problems`
 */
export function createLetterBook<Views extends object = LetterViews>(
  options: LetterBookOptions,
): LetterBook<Views> {
  const packs = loadPacks(options.packs)
  const errors = packs.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw packInvalid(errors)
  const shelves = Map.groupBy(packs.templates.map(shelve), ({ template }) => template.entry.kind)
  const contract = (kind: string): KindContract => contractOf(packs, kind)
  const find = (kind: string, choice: LetterChoice): LoadedTemplate =>
    findTemplate(shelves.get(contract(kind).kind) ?? [], kind, choice)
  return {
    kinds: [...packs.contracts.keys()],
    locales: [...new Set(packs.templates.map(({ entry }) => entry.locale))],
    warnings: packs.problems,
    contract,
    choose: (kind, choice = {}) => describe(find(kind, choice), choice),
    render: (kind, view, choice = {}) => {
      const template = find(kind, choice)
      const checked = requireView(kind, template.contract.variables, view)
      return { ...describe(template, choice), ...renderParts(template, checked) }
    },
    lintContext: ({ kind, locale }, view) =>
      lintContextOf(contract(kind), { ...view }, packs.languages.get(languageOf(locale))),
  }
}

interface ShelvedTemplate extends RatedPlace {
  readonly template: LoadedTemplate
}

function shelve(template: LoadedTemplate): ShelvedTemplate {
  const { locale, tone, address } = template.entry
  const place = { locale, tone, isPreferred: template.isPreferred, template }
  return address === undefined ? place : { ...place, address }
}

function contractOf(packs: LoadedPacks, kind: string): KindContract {
  const contract = packs.contracts.get(kind)
  if (contract) return contract
  throw new AfterviewError('kind-unknown', {
    happened: `No pack has letters of the kind "${kind}"`,
    fix: `use one of ${[...packs.contracts.keys()].join(', ')}`,
    details: { kind },
  })
}

function findTemplate(
  templates: readonly ShelvedTemplate[],
  kind: string,
  choice: LetterChoice,
): LoadedTemplate {
  const place = choosePlace(templates, choice)
  if (place) return place.template
  const locales = [...new Set(templates.map(({ locale }) => locale))]
  throw new AfterviewError('template-missing', {
    happened: `"${kind}" has no template in ${choice.locale ?? 'en'} or English (it has ${locales.join(', ') || 'none'})`,
    fix: 'load a pack that has one, or ask for another locale',
    details: { kind, locale: choice.locale ?? 'en', locales },
  })
}

function describe({ entry, contract }: LoadedTemplate, choice: LetterChoice): ChosenTemplate {
  const { kind, locale, tone, address, pack, file } = entry
  return {
    kind,
    output: contract.output,
    locale,
    tone,
    ...(address === undefined ? {} : { address }),
    fallbacks: fallbacksOf(choice, entry),
    pack,
    file,
  }
}

function packInvalid(problems: readonly PackProblem[]): AfterviewError {
  const shown = problems.slice(0, 5).map(describeProblem)
  const more = problems.length > shown.length ? `; and ${problems.length - shown.length} more` : ''
  return new AfterviewError('pack-invalid', {
    happened: `The packs cannot be used: ${shown.join('; ')}${more}`,
    fix: 'mend every problem in details.problems',
    details: { problems },
  })
}
