export { bodyHash } from './texts/body-hash.ts'
