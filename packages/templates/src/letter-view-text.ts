/** A name, on one line and otherwise as it is: the dot of `Acme Inc.` is part of it. */
export function nameText(text: string | undefined): string | undefined {
  const line = oneLine(text)
  return line === '' ? undefined : line
}

/**
 * A company as people speak of it: without the legal form at its end. `Acme, Inc.` is `Acme`,
 * `Lindenwerk GmbH & Co. KG` is `Lindenwerk`, and `Smith & Co.` stays. Nobody writes that they
 * would like to work at `Kadewerk B.V.`, and no preposition of German fits a bare `GmbH`.
 */
export function spokenCompany(text: string | undefined): string | undefined {
  const name = nameText(text)
  const spoken = name?.replace(legalForms, '')
  return spoken === undefined || spoken.length < 2 ? name : spoken
}

const legalForms =
  /(?:,? (?:g?GmbH(?: & Co\.? (?:KG|KGaA|OHG))?|mbH|AG(?: & Co\.? KG)?|SE(?: & Co\.? KG(?:aA)?)?|KG|KGaA|OHG|GbR|UG(?: \(haftungsbeschränkt\))?|e\. ?[VKG]\.|eG|B\.?V\.?|N\.?V\.?|C\.?V\.?|V\.?O\.?F\.?|BVBA|Inc\.?|LLC|L\.L\.C\.|LLP|Ltd\.?|Limited|PLC|plc|Corp\.?|S\.?A\.?|S\.?A\.?S\.?|SASU|SARL|S\.A\.R\.L\.|S\.?L\.?|S\.?L\.?U\.?|S\.A\.U\.|S\.?r\.?l\.?|S\.?p\.?A\.?))+$/u

/** Words as they stand in a sentence: one line, without the final stop that the sentence brings itself. */
export function phrase(text: string | undefined): string | undefined {
  const line = oneLine(text)
  // The dot of "B.V." or "p.m." belongs to the word.
  const bare = /\p{L}\.\p{L}\.$/u.test(line) ? line : line.replace(/[\s.;,]+$/u, '')
  return bare === '' ? undefined : bare
}

/** Those of `texts` that say something, as {@link phrase}s. */
export function phrases(texts: readonly string[] = []): readonly string[] {
  return texts.flatMap((text) => phrase(text) ?? [])
}

/** Whole sentences on one line, the last one ended by a stop. */
export function sentences(text: string | undefined): string | undefined {
  const line = oneLine(text)
  if (line === '') return undefined
  return /[.!?…:]["'”’»“)]*$/u.test(line) ? line : `${line}.`
}

/** Whole sentences in paragraphs divided by one empty line. */
export function paragraphs(text: string | undefined): string | undefined {
  const parts = (text ?? '').split(/\n\s*\n/u).flatMap((part) => sentences(part) ?? [])
  return parts.length === 0 ? undefined : parts.join('\n\n')
}

/** A job title without the marks of advertisements that it is open to all: `(m/w/d)`, `(f/m/x)`, `H/F`. */
export function bareRole(role: string): string | undefined {
  const bare = phrase(role)
    ?.replace(/\s*[([](?:\p{L}\s*[/|,]\s*){1,3}\p{L}\*?[)\]]/gu, '')
    .replace(/\s+(?:[HMF]\s*\/\s*[FHM]|[mwdfvx](?:\/[mwdfvx]){2})$/u, '')
  return bare === '' ? undefined : bare
}

function oneLine(text = ''): string {
  return text.replace(/\s+/gu, ' ').trim()
}
