import { AfterviewError } from '@afterview/time'
import type { Disposable } from '../disposable.ts'
import { createEmitter } from '../emitter.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
import { cloneJson } from '../json-clone.ts'
import { type SchemaCheck, prepareSchema } from '../json-schema.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { didYouMean } from '../manifest/nearest-name.ts'

/** The settings of all plugins: declared with schemas, kept by the embedder. */
export interface ConfigurationValues {
  add(record: PluginRecord): void
  remove(record: PluginRecord): void
  /** The value that is set, else the default. @throws {AfterviewError} `setting-unknown`. */
  get(key: string): JsonValue
  /**
   * Sets a value, or goes back to the default with `undefined`.
   * @throws {AfterviewError} `setting-unknown`, `setting-invalid`; then nothing is changed.
   */
  set(key: string, value: JsonValue | undefined): void
  /** Values of one plugin's settings, defaults filled in. */
  of(record: PluginRecord): JsonObject
  /** Only what differs from the defaults: what an embedder stores. */
  stored(): JsonObject
  onDidChange(listener: (change: SettingChange) => void): Disposable
}

/** A setting has another value. */
export interface SettingChange {
  readonly key: string
  readonly pluginId: string
  readonly value: JsonValue
}

interface Setting {
  readonly record: PluginRecord
  readonly fallback: JsonValue
  readonly check: SchemaCheck
}

/**
 * Makes the settings with what was stored before. Stored values that a schema refuses are not used,
 * but kept, since an older or newer version of the plugin may take them.
 */
export function createConfigurationValues(
  initial: JsonObject,
  onError: (error: unknown) => void,
): ConfigurationValues {
  const settings = new Map<string, Setting>()
  const values = new Map<string, JsonValue>(Object.entries(initial))
  const changes = createEmitter<SettingChange>(onError)
  const find = (key: string): Setting => {
    const setting = settings.get(key)
    if (setting === undefined) throw unknownSetting(key, [...settings.keys()])
    return setting
  }
  return {
    add(record) {
      for (const [key, setting] of settingsOf(record)) settings.set(key, setting)
    },
    remove(record) {
      for (const [key, setting] of settings) if (setting.record === record) settings.delete(key)
    },
    get: (key) => valueOf(find(key), values.get(key)),
    set(key, value) {
      const setting = find(key)
      if (value === undefined) values.delete(key)
      else values.set(key, checked(key, value, setting))
      changes.fire({ key, pluginId: setting.record.id, value: valueOf(setting, values.get(key)) })
    },
    of(record) {
      const own = [...settings].filter(([, setting]) => setting.record === record)
      return Object.fromEntries(
        own.map(([key, setting]) => [key, valueOf(setting, values.get(key))]),
      )
    },
    stored: () => Object.fromEntries(values),
    onDidChange: changes.event,
  }
}

function settingsOf(record: PluginRecord): readonly (readonly [string, Setting])[] {
  return record.manifest.contributes.configuration.flatMap(({ item }) =>
    Object.entries(item.properties).map(([key, schema]) => {
      const fallback = schema['default'] ?? null
      return [key, { record, fallback, check: lazyCheck(schema) }] as const
    }),
  )
}

/** Most settings keep their default and are never checked. */
function lazyCheck(schema: JsonObject): SchemaCheck {
  let check: SchemaCheck | undefined
  return (value) => {
    check ??= checkOf(schema)
    return check(value)
  }
}

function checkOf(schema: JsonObject): SchemaCheck {
  const prepared = prepareSchema(schema)
  return prepared.ok ? prepared.check : () => []
}

function valueOf(setting: Setting, stored: JsonValue | undefined): JsonValue {
  return stored === undefined || setting.check(stored).length > 0 ? setting.fallback : stored
}

function checked(key: string, value: JsonValue, setting: Setting): JsonValue {
  const copy = cloneJson(value, `The setting ${key}`)
  const [problem] = setting.check(copy)
  if (problem === undefined) return copy
  throw new AfterviewError('setting-invalid', {
    happened: `The setting ${key} cannot be ${JSON.stringify(copy)}: ${problem.message}`,
    fix: `give a value that the schema of ${key} allows`,
    details: { key, pluginId: setting.record.id, pointer: problem.pointer },
  })
}

function unknownSetting(key: string, known: readonly string[]): AfterviewError {
  return new AfterviewError('setting-unknown', {
    happened: `There is no setting ${key}${didYouMean(key, known)}`,
    fix: 'use a key that a registered plugin declares',
    details: { key },
  })
}
