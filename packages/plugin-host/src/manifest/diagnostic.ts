/** How bad it is: an `error` keeps the part, or the plugin, from being used. */
export type Severity = 'error' | 'warning' | 'info'

/** One thing that is wrong, or could be better, in a manifest. */
export interface Diagnostic {
  /** Stable, in kebab-case; the table is in docs/diagnostics.md. */
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** JSON pointer (RFC 6901) of the value that it is about. */
  readonly pointer: string
  /** From 1. Only when the manifest was given as text. */
  readonly line?: number
  /** From 1, in UTF-16 units. */
  readonly column?: number
  /** What is wrong, with ids and values. */
  readonly message: string
  /** One action that mends it. */
  readonly help: string
}

/** A diagnostic before its place in a text is known. */
export interface Finding {
  readonly code: DiagnosticCode
  readonly pointer: string
  readonly message: string
  readonly help: string
  /** Offset within the text value at `pointer`. */
  readonly inside?: number
  /** Only to say less than the table says. */
  readonly severity?: Severity
}

/** Every code with its usual severity and what it means. */
export const diagnosticTable = {
  'json-syntax': ['error', 'The text is no JSON'],
  'json-duplicate': ['warning', 'A name stands twice in one object; the last one counts'],
  'manifest-shape': ['error', 'A field is missing or has the wrong type'],
  'version-invalid': ['error', 'The version is no semantic version'],
  'engine-invalid': ['error', 'The range of engines.afterview cannot be read'],
  'engine-loose': ['error', 'The range of engines.afterview takes any version'],
  'engine-mismatch': ['error', 'The plugin was made for another version of the host'],
  'path-outside': ['error', 'A path leaves the folder of the plugin'],
  'file-missing': ['error', 'A file that the manifest names is not there, or cannot be read'],
  'activation-without-code': ['error', 'There are activation events but no code'],
  'activation-unknown': ['warning', 'No such activation event'],
  'activation-redundant': ['info', 'The event follows from a contribution already'],
  'activation-star': ['warning', 'The plugin is activated at every start'],
  'code-missing': ['error', 'A contribution needs code and there is none'],
  'dependency-invalid': ['error', 'A dependency cannot be meant like this'],
  'token-invalid': ['error', 'A token is no name with an optional version'],
  'isolation-without-code': ['error', 'A tier is named whose code is missing'],
  'capability-unknown': ['warning', 'No such field, effect or command to ask for'],
  'capability-missing': ['error', 'A contribution does what no capability allows'],
  'domain-invalid': ['error', 'An allowed domain is no https origin'],
  'domain-unexplained': ['warning', 'Network access without a reason for the person'],
  'proposal-unknown': ['error', 'No such API proposal'],
  'proposal-expired': ['error', 'The API proposal has ended'],
  'proposal-not-enabled': ['error', 'A proposed name is used without opting in'],
  'point-unknown': ['warning', 'No such contribution point'],
  'menu-unknown': ['warning', 'No such menu or view place'],
  'name-unknown': ['warning', 'No such name in the vocabulary of the host'],
  'id-prefix': ['error', 'An id does not begin with the name of the plugin'],
  'id-taken': ['error', 'Another plugin has the name already'],
  'id-duplicate': ['warning', 'An id is declared twice; the first counts'],
  'command-undeclared': ['error', 'A menu or keybinding names a command that nobody declares'],
  'when-invalid': ['error', 'A when-clause cannot be read'],
  'schema-invalid': ['error', 'A JSON Schema cannot be used'],
  'default-invalid': ['error', 'A default value breaks its own schema'],
  'policy-unclear': ['error', 'A policy gives both values and an effect, or neither'],
  'due-unclear': ['error', 'An obligation is not due in exactly one way'],
  'message-missing': ['error', 'A %key% has no text in a language'],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>

/** The code of a diagnostic; see {@link diagnosticTable}. */
export type DiagnosticCode = keyof typeof diagnosticTable

/** Orders by place, the worst first within one place. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    rank[left.severity] - rank[right.severity]
  )
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Gives a finding its severity, and its place when there is a text. */
export function toDiagnostic(
  finding: Finding,
  place: { readonly line: number; readonly column: number } | undefined,
): Diagnostic {
  const { code, pointer, message, help } = finding
  const severity = finding.severity ?? diagnosticTable[code][0]
  return { code, severity, pointer, ...place, message, help }
}

/** Writes a diagnostic as one line: `package.json:4:3 error engine-loose: … Fix: …`. */
export function formatDiagnostic(diagnostic: Diagnostic, file: string): string {
  const { line, column, severity, code, message, help, pointer } = diagnostic
  const place = line === undefined ? `${file}#${pointer}` : `${file}:${line}:${column ?? 1}`
  return `${place} ${severity} ${code}: ${message}. Fix: ${help}.`
}
