import type { JsonObject } from '../json-value.ts'
import type { HostSurface } from '../surface.ts'
import type { Finding } from './diagnostic.ts'
import { pointerTo } from './json-text.ts'
import { checkName, checkPath, list } from './points/checks.ts'
import { didYouMean } from './nearest-name.ts'
import { isInRange, isRange, isVersion } from './semantic-version.ts'
import { readTokenNeed, readTokenOffer } from './token.ts'

/** The fields of a manifest beside its contributions, after its shape was checked. */
export interface BaseFields {
  readonly name: string
  readonly publisher: string
  readonly version: string
  readonly displayName?: string
  readonly description?: string
  readonly engines: { readonly afterview: string }
  readonly main?: string
  readonly browser?: string
  readonly activationEvents?: readonly string[]
  readonly extensionDependencies?: readonly string[]
  readonly requires?: readonly string[]
  readonly optional?: readonly string[]
  readonly provides?: readonly string[]
  readonly capabilities?: {
    readonly candidate?: { readonly read?: readonly string[]; readonly effects?: readonly string[] }
    readonly network?: { readonly allowedDomains: readonly string[]; readonly reasoning?: string }
    readonly storage?: boolean
    readonly secrets?: boolean
    readonly commands?: readonly string[]
  }
  readonly isolation?: {
    readonly supports?: readonly ('inline' | 'worker' | 'child' | 'webworker')[]
    readonly affinity?: string
    readonly activationTimeoutMs?: number
  }
  readonly enabledApiProposals?: readonly string[]
  readonly contributes?: JsonObject
}

/** Everything that is wrong with the fields beside the contributions. */
export function checkBase(
  fields: BaseFields,
  surface: HostSurface,
  today: string | undefined,
): readonly Finding[] {
  return [
    ...checkVersion(fields.version),
    ...checkEngine(fields.engines.afterview, surface.apiVersion),
    ...checkPath(fields.main, '/main'),
    ...checkPath(fields.browser, '/browser'),
    ...checkDependencies(fields),
    ...checkTokens(fields),
    ...checkTiers(fields),
    ...checkCapabilities(fields, surface),
    ...checkProposals(fields, surface, today),
  ]
}

function checkVersion(version: string): readonly Finding[] {
  if (isVersion(version)) return []
  const message = `The version ${version} is no semantic version`
  return [{ code: 'version-invalid', pointer: '/version', message, help: 'write it like 1.2.0' }]
}

const ENGINE = '/engines/afterview'

function checkEngine(range: string, apiVersion: string): readonly Finding[] {
  const help = `write a range such as ^${apiVersion}`
  if (!isRange(range)) {
    const message = `The range ${range} cannot be read`
    return [{ code: 'engine-invalid', pointer: ENGINE, message, help }]
  }
  if (isLoose(range)) {
    const message = `The range ${range} takes versions that may break the plugin`
    return [{ code: 'engine-loose', pointer: ENGINE, message, help }]
  }
  if (isInRange(apiVersion, range)) return []
  const message = `The plugin was made for ${range}, and this host offers ${apiVersion}`
  return [{ code: 'engine-mismatch', pointer: ENGINE, message, help }]
}

/** A range must name a major version, and below 1 the minor one too. */
function isLoose(range: string): boolean {
  const parts = range.split('||').map((part) => part.trim())
  return parts.some(
    (part) => /^[\^~=v\s]*(?:$|[*xX]|0(?:\.[*xX]|$))/.test(part) || /^[><]=?\s*[*xX]/.test(part),
  )
}

function checkDependencies(fields: BaseFields): readonly Finding[] {
  const own = `${fields.publisher}.${fields.name}`
  return (fields.extensionDependencies ?? []).flatMap((id, at): readonly Finding[] => {
    const pointer = pointerTo('/extensionDependencies', at)
    if (id === own) {
      const message = `The plugin ${id} depends on itself`
      return [{ code: 'dependency-invalid', pointer, message, help: 'remove the entry' }]
    }
    if (/^[A-Za-z0-9][A-Za-z0-9-]*\.[a-z0-9][a-z0-9-]*$/.test(id)) return []
    const message = `${id} is no id of a plugin`
    return [{ code: 'dependency-invalid', pointer, message, help: 'write publisher.name' }]
  })
}

function checkTokens(fields: BaseFields): readonly Finding[] {
  return [
    ...checkTokenList(fields.requires, '/requires', readTokenNeed, 'acme.calendar@^1'),
    ...checkTokenList(fields.optional, '/optional', readTokenNeed, 'acme.calendar@^1'),
    ...checkTokenList(fields.provides, '/provides', readTokenOffer, 'acme.calendar@1.2.0'),
  ]
}

function checkTokenList(
  texts: readonly string[] | undefined,
  pointer: string,
  read: (text: string) => unknown,
  example: string,
): readonly Finding[] {
  return (texts ?? []).flatMap((text, at) =>
    read(text) === undefined
      ? [
          {
            code: 'token-invalid',
            pointer: pointerTo(pointer, at),
            message: `${text} is no token with a version`,
            help: `write it like ${example}`,
          },
        ]
      : [],
  )
}

function checkTiers(fields: BaseFields): readonly Finding[] {
  return (fields.isolation?.supports ?? []).flatMap((tier, at) => {
    const needed = tier === 'webworker' ? 'browser' : 'main'
    const hasCode = tier === 'inline' || fields[needed] !== undefined
    return hasCode ? [] : [tierWithoutCode(tier, needed, at)]
  })
}

function tierWithoutCode(tier: string, needed: string, at: number): Finding {
  return {
    code: 'isolation-without-code',
    pointer: pointerTo('/isolation/supports', at),
    message: `The tier ${tier} needs ${needed}, which is missing`,
    help: `add ${needed}, or remove ${tier}`,
  }
}

function checkCapabilities(fields: BaseFields, surface: HostSurface): readonly Finding[] {
  const { candidate, network } = fields.capabilities ?? {}
  const effects = surface.proposableEffects && Object.keys(surface.proposableEffects)
  return [
    ...checkListed(candidate?.read, surface.snapshotFields, 'read', 'field of a snapshot'),
    ...checkListed(candidate?.effects, effects, 'effects', 'effect'),
    ...checkNetwork(network),
  ]
}

function checkListed(
  names: readonly string[] | undefined,
  known: readonly string[] | undefined,
  field: string,
  what: string,
): readonly Finding[] {
  const pointer = `/capabilities/candidate/${field}`
  return (names ?? []).flatMap((name, at) =>
    checkName(name, known, pointerTo(pointer, at), what).map((finding): Finding => ({
      ...finding,
      code: 'capability-unknown',
    })),
  )
}

type Network = NonNullable<NonNullable<BaseFields['capabilities']>['network']>

function checkNetwork(network: Network | undefined): readonly Finding[] {
  if (network === undefined) return []
  const pointer = '/capabilities/network'
  const domains = network.allowedDomains.flatMap((domain, at) =>
    checkDomain(domain, pointerTo(`${pointer}/allowedDomains`, at)),
  )
  if (network.allowedDomains.length === 0 || network.reasoning !== undefined) return domains
  const message = 'Network access is asked for without a reason'
  return [...domains, { code: 'domain-unexplained', pointer, message, help: 'add reasoning' }]
}

function checkDomain(domain: string, pointer: string): readonly Finding[] {
  if (/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/.test(domain)) return []
  const message = `${domain} is no https origin`
  return [
    { code: 'domain-invalid', pointer, message, help: 'write it like https://api.acme.example' },
  ]
}

function checkProposals(
  fields: BaseFields,
  surface: HostSurface,
  today: string | undefined,
): readonly Finding[] {
  const known = surface.proposals ?? []
  return (fields.enabledApiProposals ?? []).flatMap((name, at): readonly Finding[] => {
    const pointer = pointerTo('/enabledApiProposals', at)
    const proposal = known.find((candidate) => candidate.name === name)
    if (proposal === undefined)
      return [
        unknownProposal(
          name,
          pointer,
          known.map((one) => one.name),
        ),
      ]
    if (today === undefined || today <= proposal.expires) return []
    const message = `The proposal ${name} ended on ${proposal.expires}`
    return [{ code: 'proposal-expired', pointer, message, help: 'use the final API, or remove it' }]
  })
}

function unknownProposal(name: string, pointer: string, known: readonly string[]): Finding {
  return {
    code: 'proposal-unknown',
    pointer,
    message: `${name} is no API proposal of this host${didYouMean(name, known)}`,
    help: known.length === 0 ? 'remove it' : `use one of ${list(known)}`,
  }
}
