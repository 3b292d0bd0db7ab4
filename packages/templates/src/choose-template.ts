import { lastLocale, localeChain } from './locale-chain.ts'
import { type AddressForm, addressForms, type Tone, tones } from './letter-pack.ts'

/** What somebody asks for. */
export interface LetterChoice {
  /** BCP 47. Default `en`. */
  readonly locale?: string
  /** Default `neutral`. */
  readonly tone?: Tone
  /** Default: what the pack prefers in the locale. */
  readonly address?: AddressForm
}

/** Something that had to give way. */
export interface Fallback {
  readonly axis: 'locale' | 'tone' | 'address'
  readonly asked: string
  readonly used: string
}

/** Where a template stands. */
export interface TemplatePlace {
  readonly locale: string
  readonly tone: Tone
  readonly address?: AddressForm | undefined
}

/** A place, and the form of address that its pack prefers in its locale. */
export interface RatedPlace extends TemplatePlace {
  readonly preferred: AddressForm | undefined
}

/** The place that answers a choice, and what gave way. */
export interface Chosen<Place> {
  readonly place: Place
  readonly fallbacks: readonly Fallback[]
}

/**
 * The place to use among `places`, all of one kind. A language is left only when it has none at
 * all, for English. Within a language a form of address that was asked for outlasts the tone; one
 * that was not asked for gives way before it.
 */
export function choosePlace<Place extends RatedPlace>(
  places: readonly Place[],
  { locale = lastLocale, tone = 'neutral', address }: LetterChoice,
): Chosen<Place> | undefined {
  const chain = localeChain(locale)
  // Each axis has fewer than ten steps, so one number orders them all. Another language is farthest.
  const distance = (place: Place): number => {
    const toneSteps = [tone, ...tones].indexOf(place.tone)
    // A template without a form of address suits either.
    const forms = [address ?? place.preferred, undefined, ...addressForms]
    const addressSteps = forms.indexOf(place.address)
    const steps = address ? addressSteps * 10 + toneSteps : toneSteps * 10 + addressSteps
    const localeSteps = chain.indexOf(place.locale)
    return steps * 10 + (localeSteps === -1 ? 1000 : localeSteps)
  }
  // Of several as near, the first.
  const [place] = places
    .filter((one) => [...chain, lastLocale].includes(one.locale))
    .toSorted((one, other) => distance(one) - distance(other))
  return place && { place, fallbacks: fallbacksOf({ locale: chain[0], tone, address }, place) }
}

const axes = ['locale', 'tone', 'address'] as const

function fallbacksOf(
  wanted: Readonly<Record<Fallback['axis'], string | undefined>>,
  place: TemplatePlace,
): readonly Fallback[] {
  return axes.flatMap((axis) => {
    const [asked, used] = [wanted[axis], place[axis]]
    // A template without a form of address suits whatever was asked for.
    return asked && used && asked !== used ? [{ axis, asked, used }] : []
  })
}
