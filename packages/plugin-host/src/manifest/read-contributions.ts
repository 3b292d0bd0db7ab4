import { isJsonObject } from '../json-clone.ts'
import { type SchemaCheck, prepareOwnSchema } from '../json-schema.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { needsCode } from './activation-event.ts'
import { type Finding, diagnosticTable } from './diagnostic.ts'
import { pointerTo } from './json-text.ts'
import type { Contributions, PlacedItem } from './manifest.ts'
import { didYouMean } from './nearest-name.ts'
import { type PointName, allPoints, pointNames } from './points/all-points.ts'
import type { CheckScope, ContributionPoint, ItemPlace } from './points/point.ts'

/** What could be read of `contributes`, and what could not. */
export interface ReadContributions {
  readonly contributes: Contributions
  readonly findings: readonly Finding[]
}

/** Checks of the shape of each point's items, made once. */
export type ItemChecks = Readonly<Record<PointName, SchemaCheck>>

/** Prepares the shape checks. */
export function prepareItemChecks(): ItemChecks {
  const checks = pointNames.map((name) => [name, prepareOwnSchema(allPoints[name].schema)] as const)
  return Object.fromEntries(checks) as Record<PointName, SchemaCheck>
}

/** Reads every contribution on its own: a faulty one is left out, the others stay. */
export function readContributions(
  value: JsonObject,
  checks: ItemChecks,
  scope: CheckScope,
): ReadContributions {
  const findings: Finding[] = checkPointNames(value)
  const points = pointNames.map((name) => {
    const point: ContributionPoint<never> = allPoints[name]
    const read = readPoint(point, value[name], checks[name], scope)
    findings.push(...read.findings)
    return [name, read.items] as const
  })
  // `fromEntries` forgets which point has which items; each was read by the check of its own point.
  return { contributes: Object.fromEntries(points) as unknown as Contributions, findings }
}

function checkPointNames(value: JsonObject): Finding[] {
  return Object.keys(value)
    .filter((name) => !(name in allPoints))
    .map((name) => ({
      code: 'point-unknown',
      pointer: pointerTo('/contributes', name),
      message: `${name} is no contribution point${didYouMean(name, pointNames)}`,
      help: 'see the list of contribution points',
    }))
}

interface ReadPoint<Item> {
  readonly items: readonly PlacedItem<Item>[]
  readonly findings: readonly Finding[]
}

function readPoint<Item>(
  point: ContributionPoint<Item>,
  value: JsonValue | undefined,
  check: SchemaCheck,
  scope: CheckScope,
): ReadPoint<Item> {
  if (value === undefined) return { items: [], findings: [] }
  const { candidates, findings } = layOut(point, value)
  const items: PlacedItem<Item>[] = []
  const all: Finding[] = [...findings]
  const seen = new Set<string>()
  for (const candidate of candidates) {
    const read = readItem(point, candidate, check, scope)
    all.push(...read.findings)
    if (read.item === undefined) continue
    const twice = checkTwice(point, read.item, candidate, seen)
    all.push(...twice)
    if (twice.length === 0) items.push({ ...candidate, item: read.item })
  }
  return { items, findings: all }
}

interface Candidate extends ItemPlace {
  readonly value: JsonValue
}

function layOut(
  point: ContributionPoint<never>,
  value: JsonValue,
): { candidates: readonly Candidate[]; findings: readonly Finding[] } {
  const pointer = pointerTo('/contributes', point.name)
  if (point.layout === 'places' && isJsonObject(value)) return layOutPlaces(value, pointer)
  if (point.layout === 'sections' && isJsonObject(value)) {
    return { candidates: [{ value, pointer }], findings: [] }
  }
  if (point.layout !== 'places' && Array.isArray(value)) {
    return { candidates: layOutList(value, pointer), findings: [] }
  }
  const wanted = point.layout === 'places' ? 'an object of lists' : 'a list'
  return {
    candidates: [],
    findings: [wrongShape(pointer, `contributes.${point.name} must be ${wanted}`)],
  }
}

function layOutList(
  value: readonly JsonValue[],
  pointer: string,
  place?: string,
): readonly Candidate[] {
  return value.map((item, at) => ({
    value: item,
    pointer: pointerTo(pointer, at),
    ...(place === undefined ? {} : { place }),
  }))
}

function layOutPlaces(
  value: JsonObject,
  pointer: string,
): { candidates: readonly Candidate[]; findings: readonly Finding[] } {
  const candidates: Candidate[] = []
  const findings: Finding[] = []
  for (const [place, items] of Object.entries(value)) {
    const at = pointerTo(pointer, place)
    if (Array.isArray(items)) candidates.push(...layOutList(items, at, place))
    else findings.push(wrongShape(at, `${place} must be a list`))
  }
  return { candidates, findings }
}

function wrongShape(pointer: string, message: string): Finding {
  return { code: 'manifest-shape', pointer, message, help: 'write it after the schema' }
}

function readItem<Item>(
  point: ContributionPoint<Item>,
  candidate: Candidate,
  check: SchemaCheck,
  scope: CheckScope,
): { readonly item?: Item; readonly findings: readonly Finding[] } {
  const shape = shapeFindings(
    check,
    candidate.value,
    candidate.pointer,
    Object.keys(propertiesOf(point)),
  )
  if (shape.length > 0) return { findings: shape }
  const item = candidate.value as Item
  const findings = [
    ...(point.check?.(item, candidate, scope) ?? []),
    ...checkCode(point, item, candidate, scope),
  ]
  return findings.some(isError) ? { findings } : { item, findings }
}

function propertiesOf(point: ContributionPoint<never>): JsonObject {
  const properties = point.schema['properties']
  return isJsonObject(properties) ? properties : {}
}

function isError(finding: Finding): boolean {
  return (finding.severity ?? diagnosticTable[finding.code][0]) === 'error'
}

/** Findings of a value whose shape is wrong. */
export function shapeFindings(
  check: SchemaCheck,
  value: unknown,
  pointer: string,
  names: readonly string[],
): readonly Finding[] {
  return check(value).map((problem) => {
    const { unknownName } = problem
    const hint = unknownName === undefined ? '' : didYouMean(unknownName, names)
    return {
      code: 'manifest-shape',
      pointer: `${pointer}${problem.pointer}`,
      message: `${problem.message}${hint}`,
      help: unknownName === undefined ? 'write it after the schema' : `remove ${unknownName}`,
    }
  })
}

function checkCode<Item>(
  point: ContributionPoint<Item>,
  item: Item,
  at: ItemPlace,
  scope: CheckScope,
): readonly Finding[] {
  if (scope.hasCode || !needsCode(point, item)) return []
  const message = `${point.idOf?.(item) ?? point.name} needs code, and there is neither main nor browser`
  return [{ code: 'code-missing', pointer: at.pointer, message, help: 'add main or browser' }]
}

function checkTwice<Item>(
  point: ContributionPoint<Item>,
  item: Item,
  at: ItemPlace,
  seen: Set<string>,
): readonly Finding[] {
  const id = point.idOf?.(item)
  if (id === undefined) return []
  if (!seen.has(id)) {
    seen.add(id)
    return []
  }
  const message = `${id} is declared a second time in contributes.${point.name}`
  return [{ code: 'id-duplicate', pointer: at.pointer, message, help: 'remove one of the two' }]
}
