export type { RestateErrorCode } from './error-table.ts'
export type { HttpOptions } from './http-call.ts'
export { restateEngine, type RestateEngineOptions } from './restate-engine.ts'
export {
  type RestateService,
  restateService,
  type RestateServiceOptions,
} from './restate-service.ts'
export {
  type ServedRelease,
  servePort,
  type ServePortOptions,
  type ServeRelease,
} from './served-release.ts'
