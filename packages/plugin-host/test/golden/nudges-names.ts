// Written by `afterview-plugin types` from package.json. Do not edit.

/** What acme.acme-nudges declares. */
export interface Names {
  readonly commands: {
    readonly 'acme-nudges.draft': { readonly 'tone': 'warm' | 'brief'; readonly 'days'?: number }
    readonly 'acme-nudges.plain': null
  }
  readonly configuration: {
    readonly 'acmeNudges.days': number
    readonly 'acmeNudges.names': readonly string[]
  }
  readonly policies: 'acme-nudges.rule'
  readonly effects: never
  readonly exporters: never
  readonly classifiers: never
  readonly notifiers: never
  readonly views: never
  readonly provides: 'acme.nudges'
  readonly messages: 'draft' | 'name'
}
