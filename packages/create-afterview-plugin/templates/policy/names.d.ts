// Written by `afterview-plugin types` from package.json. Do not edit.

/** What __PUBLISHER__.__NAME__ declares. */
export interface Names {
  readonly commands: {
    readonly '__NAME__.explain': null
  }
  readonly configuration: {
    readonly '__SETTING__.tone': 'warm' | 'brief'
  }
  readonly policies: '__NAME__.nudge'
  readonly effects: never
  readonly exporters: never
  readonly classifiers: never
  readonly notifiers: never
  readonly views: never
  readonly provides: never
  readonly messages: 'because' | 'description' | 'explain' | 'name'
}
