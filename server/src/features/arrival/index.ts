export { readVisit, takeVisit, type Visit } from './visit.ts'
