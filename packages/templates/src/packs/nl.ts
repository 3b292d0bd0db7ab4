export { letters } from '../generated/letters-nl.ts'
