/** The name of a template in its kind: its locale, tone and form of address. */
export const templateName =
  /^(?<locale>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?<tone>warm|neutral|brief|formal)(?:-(?<address>informal|formal))?$/u

/** The path of a template in the folder of a pack, or that of a partial. */
export const textPath =
  /^(?<section>templates|partials)\/(?<folder>[^/]+)\/(?<name>[^/]+)\.mustache$/u
