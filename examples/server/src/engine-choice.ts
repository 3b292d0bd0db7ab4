import type { EngineFactory } from '@afterview/engine'
import { sqliteEngine } from '@afterview/engine-sqlite'

/**
 * The engine of a server: a file, or Restate where `AFTERVIEW_RESTATE_INGRESS` is set. Restate then
 * calls this process on `AFTERVIEW_RESTATE_PORT` (9080) for `AFTERVIEW_RELEASE` (`dev`), which has
 * to be another one for each change of the code; its admin API is expected on port 9070.
 */
export async function engineFor(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<EngineFactory> {
  const ingress = env['AFTERVIEW_RESTATE_INGRESS']
  if (ingress === undefined) return sqliteEngine({ file })
  // Whoever stays with a file needs nothing of Restate.
  const { restateEngine, servePort } = await import('@afterview/engine-restate')
  const admin = env['AFTERVIEW_RESTATE_ADMIN'] ?? ingress.replace(/:\d+\/?$/, ':9070')
  const port = Number(env['AFTERVIEW_RESTATE_PORT'] ?? 9080)
  const serve = servePort({ release: env['AFTERVIEW_RELEASE'] ?? 'dev', port })
  return restateEngine({ ingress, admin, serve })
}
