export { BoardAnnouncer } from './board/announcer.tsx'
export { cardSignal, openItems } from './board/card-signal.ts'
export { dayFacts } from './board/columns.ts'
export { FlowBoard } from './board/flow-board.tsx'
export { ReadinessPanel } from './board/readiness-panel.tsx'
export { RoomDialog } from './board/room-dialog.tsx'
export { RoomList } from './board/room-list.tsx'
export { TimeList } from './board/time-list.tsx'
export { UndoDialog } from './board/undo-dialog.tsx'
export { useBoard } from './board/use-board.ts'
export type { Steps } from './board/use-steps.ts'
export { type Asking, useVisitHands, useVisitShortcuts, type VisitHands } from './board/use-visit-acts.ts'
export { formatShortDate } from './dates.ts'
export { formatShortCents } from './money.ts'
export {
  type Board,
  familyName,
  isWaiting,
  lateAfterMinutes,
  minutesBetween,
  plusMinutes,
  type ReadinessItem,
  type Status,
  type Visit,
  visitName,
  visitTypeName,
  waitLimits,
} from './visit.ts'
