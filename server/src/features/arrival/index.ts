export { undoVisit } from './undo-visit.ts'
export { readVisit, takeVisit, type Visit } from './visit.ts'
