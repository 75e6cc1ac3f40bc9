export { readDay } from './day/read-day.ts'
export { restoreTime } from './restore-time.ts'
export { conflictOf } from './taken.ts'
