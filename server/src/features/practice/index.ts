export { openPracticeBook, type PracticeBook } from './book.ts'
export type { Payer, Practice, PracticeResource, Site, VisitType } from './practice.ts'
export { attributesOf, closedDates, laneCount } from './practice.ts'
