import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AfterviewError } from '@afterview/time'
import type { BeginInput } from 'afterview'
import type { PolicyChoice } from '@afterview/core'

/** A life after an interview, told in advance. */
export interface Scenario {
  readonly title: string
  readonly input: BeginInput
  readonly policy?: PolicyChoice
  readonly events: readonly object[]
}

const bundled = join(import.meta.dirname, '..', 'scenarios')

/** The path of a bundled scenario. Throws `scenario-unknown` naming those that there are. */
export function scenarioPath(name: string): string {
  const path = join(bundled, `${name}.json`)
  if (existsSync(path)) return path
  throw new AfterviewError('scenario-unknown', {
    happened: `there is no bundled scenario "${name}"`,
    fix: `use one of ${scenarioNames().join(', ')}`,
  })
}

/** The names of the bundled scenarios. */
export function scenarioNames(): readonly string[] {
  return readdirSync(bundled).map((file) => basename(file, '.json'))
}

/** Reads a scenario file. Throws `scenario-unreadable`, or `scenario-malformed` naming the field. */
export function readScenario(path: string): Scenario {
  const value = parse(path, read(path))
  if (!isObject(value))
    throw malformed(path, 'it is not an object', 'write { "input": …, "events": […] }')
  const { title, input, policy, events } = value
  if (!isObject(input))
    throw malformed(path, '"input" is missing or no object', 'add the start input as "input"')
  if (!Array.isArray(events))
    throw malformed(path, '"events" is missing or no list', 'add the events as a list')
  const strange = events.findIndex((event) => !isObject(event))
  if (strange >= 0)
    throw malformed(path, `events[${strange}] is no object`, 'write { "type": …, "at": … }')
  const name = typeof title === 'string' ? title : basename(path, '.json')
  return {
    title: name,
    // `begin` checks every field of it and names the faulty ones.
    input: input as unknown as BeginInput,
    ...(isObject(policy) ? { policy } : {}),
    events: events as object[],
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new AfterviewError('scenario-unreadable', {
      happened: `the scenario ${path} cannot be read`,
      fix: 'check the path and its permissions',
      cause,
    })
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw malformed(path, `it is not JSON (${why})`, 'mend the JSON')
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function malformed(path: string, why: string, fix: string): AfterviewError {
  return new AfterviewError('scenario-malformed', {
    happened: `the scenario ${path} cannot be used: ${why}`,
    fix,
  })
}
