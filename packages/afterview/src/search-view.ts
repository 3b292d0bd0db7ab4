import type { Lifecycle } from '@afterview/core'
import type { Engine } from '@afterview/engine'
import type { JsonObject } from '@afterview/plugin-host'
import { listItems } from './agenda.ts'
import { applicationView, asJson } from './application-view.ts'
import { type ApplicationChoice, chosenSnapshots } from './applications.ts'

/**
 * What exporters and views see: the applications, or those that are asked for, and the open agenda
 * over them. Each plugin is shown only the fields that its manifest asks for.
 */
export type SearchView = (choice: ApplicationChoice) => Promise<JsonObject>

/** Makes the view. It rejects with what `chosenSnapshots` throws. */
export function createSearchView(
  engine: Engine,
  lifecycle: () => Lifecycle,
  present: () => string,
): SearchView {
  return async ({ applicationId, applicationIds }) => {
    const now = present()
    const choice = {
      ...(applicationId === undefined ? {} : { applicationId }),
      ...(applicationIds === undefined ? {} : { applicationIds }),
    }
    const agenda = await listItems(engine, lifecycle(), { ...choice, now })
    const applications: JsonObject[] = []
    for await (const snapshot of chosenSnapshots(engine, choice)) {
      applications.push(applicationView(lifecycle(), snapshot, now))
    }
    return { applications, now, ...asJson({ agenda }) }
  }
}
