export { restoreTime } from './restore-time.ts'
export { conflictOf } from './taken.ts'
