export { letters } from '../generated/letters-es.ts'
