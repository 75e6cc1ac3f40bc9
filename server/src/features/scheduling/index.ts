export { allocationsOf } from './allocations-of.ts'
export { restoreTime } from './restore-time.ts'
export { dayAround, siteDay } from './site-days.ts'
export { conflictOf } from './taken.ts'
