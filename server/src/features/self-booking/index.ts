export { type Links, openLinks } from './links.ts'
