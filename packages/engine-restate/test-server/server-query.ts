import type { ServerAddresses } from './restate-under-test.ts'

/** A row of an answer. */
export type Row = Readonly<Record<string, unknown>>

/** Asks the server about itself. */
export async function queryServer(
  { admin }: Pick<ServerAddresses, 'admin'>,
  query: string,
): Promise<readonly Row[]> {
  const response = await fetch(`${admin}/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${query}: ${text}`)
  const { rows } = JSON.parse(text) as { readonly rows: readonly Row[] }
  return rows
}

/** The whole state of a virtual object, as texts by key. */
export async function readState(
  server: Pick<ServerAddresses, 'admin'>,
  service: string,
  key: string,
): Promise<Map<string, string>> {
  const rows = await queryServer(
    server,
    `SELECT key, value_utf8 FROM state WHERE service_name = '${service}' AND service_key = '${key}'`,
  )
  return new Map(rows.map((row) => [String(row['key']), String(row['value_utf8'])]))
}

/** Replaces the state of a virtual object, and waits until the server has done so. */
export async function writeState(
  server: Pick<ServerAddresses, 'admin'>,
  service: string,
  key: string,
  state: ReadonlyMap<string, string>,
): Promise<void> {
  const bytes = [...state].map(([name, text]) => [name, [...Buffer.from(text)]])
  await fetch(`${server.admin}/services/${service}/state`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ object_key: key, new_state: Object.fromEntries(bytes) }),
  })
  for (let turns = 0; turns < 500; turns += 1) {
    const found = await readState(server, service, key)
    if ([...state].every(([name, text]) => found.get(name) === text)) return
  }
  throw new Error(`the state of ${key} was not replaced`)
}
