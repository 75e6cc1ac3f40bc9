export { openBlocks } from './blocks/remove-block.ts'
export { openPracticeBook, type PracticeBook } from './book.ts'
export type {
  ChainGap,
  ChainLeg,
  ChainType,
  Payer,
  Practice,
  PracticeResource,
  Site,
  VisitType,
} from './practice.ts'
export { practiceChanged } from './events.ts'
export { closedDates, laneCount } from './practice.ts'
export { mayKnowWhyClosed } from './why-closed.ts'
