export { letters } from '../generated/letters-de.ts'
