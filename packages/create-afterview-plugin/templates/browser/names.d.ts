// Written by `afterview-plugin types` from package.json. Do not edit.

/** What __PUBLISHER__.__NAME__ declares. */
export interface Names {
  readonly commands: {
    readonly '__NAME__.note': string
  }
  readonly configuration: object
  readonly policies: never
  readonly effects: never
  readonly exporters: never
  readonly classifiers: never
  readonly notifiers: never
  readonly views: '__NAME__.overview'
  readonly provides: never
  readonly messages: 'description' | 'name' | 'note'
}
