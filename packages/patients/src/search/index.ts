export { type Candidate, type FoundReason, rankCandidates, type Ranked } from './rank.ts'
export { type Findable, keysVersion, personKeys } from './person-keys.ts'
export { type KeyGroups, planSearch, type SearchPlan } from './plan.ts'
export { readingsOf } from './readings.ts'
