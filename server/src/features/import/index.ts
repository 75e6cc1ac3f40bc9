export { type ImportRun, importDrafts } from './import-drafts.ts'
export { type DraftOutcome, draftKinds, type Outcome, outcomes } from './outcome.ts'
