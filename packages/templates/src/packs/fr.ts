export { letters } from '../generated/letters-fr.ts'
