export { UntoldList } from './untold-list.tsx'
