// Written by `afterview-plugin types` from package.json. Do not edit.

/** What __PUBLISHER__.__NAME__ declares. */
export interface Names {
  readonly commands: object
  readonly configuration: object
  readonly policies: never
  readonly effects: never
  readonly exporters: '__NAME__.csv'
  readonly classifiers: never
  readonly notifiers: never
  readonly views: never
  readonly provides: never
  readonly messages: 'description' | 'export' | 'name'
}
