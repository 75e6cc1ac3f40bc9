export { demoStaff } from './store.ts'
