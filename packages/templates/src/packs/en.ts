export { letters } from '../generated/letters-en.ts'
