export { type ImportRun, importDrafts } from './import-drafts.ts'
export { type DraftOutcome, draftKinds, type Outcome, outcomes } from './outcome.ts'
export { contactSearchValue } from './person-text.ts'
export { fillOrganization, isEmpty, type SeedCounters, type SeedRows } from './seed/store.ts'
