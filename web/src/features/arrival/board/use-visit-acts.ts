import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../app/session.ts'
import { type ShortcutMap, type ShortcutScope, useShortcuts } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import type { Board, Visit } from '../visit.ts'
import type { Steps } from './use-steps.ts'
import { actsOf, noActs, usualRoom, type VisitActs } from './visit-acts.ts'

export interface VisitHands extends VisitActs {
  readonly doNext: () => void
  readonly doRoom: () => void
  readonly doUndo: () => void
  readonly doNoShow: () => void
  readonly doCheckIn: () => void
}

/** Which question about the selected visit is open. */
export type Asking = 'room' | 'undo' | null

/** The hands on one visit: what the buttons and the letters do. */
export function useVisitHands(
  visit: Visit | null,
  board: Board | undefined,
  steps: Steps,
  onAsk: (asking: Asking) => void,
): VisitHands {
  const navigate = useNavigate()
  const rights = { move: useMay('visit.move'), checkIn: useMay('visit.check-in') }
  const acts = visit && board ? actsOf(visit, board, rights) : noActs

  const doNext = () => {
    if (!visit || !board || acts.next === null) return
    if (acts.next !== 'roomed') return steps.move(visit, acts.next)
    const usual = usualRoom(visit, board)
    if (usual === 'ask') onAsk('room')
    else steps.move(visit, 'roomed', usual.room)
  }
  return {
    ...acts,
    doNext,
    doRoom: () => acts.canRoom && onAsk('room'),
    doUndo: () => acts.canUndo && onAsk('undo'),
    doNoShow: () => visit && acts.canNoShow && steps.move(visit, 'no-show'),
    doCheckIn: () => {
      if (!visit || !acts.canCheckIn) return
      void navigate({ to: '/check-in/$appointmentId', params: { appointmentId: visit.appointmentId } })
    },
  }
}

/** Letters for the selected visit; only those that do something now are in force and on the sheet. */
export function useVisitShortcuts(hands: VisitHands, scope: ShortcutScope, isEnabled = true): void {
  const { say } = useWords()
  const map: ShortcutMap = {
    ...(hands.next ? { n: { label: say('shortNext'), run: hands.doNext } } : {}),
    ...(hands.canRoom ? { r: { label: say('shortRoom'), run: hands.doRoom } } : {}),
    ...(hands.canUndo ? { u: { label: say('shortUndo'), run: hands.doUndo } } : {}),
    ...(hands.canNoShow ? { x: { label: say('shortNoShow'), run: hands.doNoShow } } : {}),
    ...(hands.canCheckIn ? { i: { label: say('shortCheckIn'), run: hands.doCheckIn } } : {}),
  }
  useShortcuts(map, { scope, isEnabled })
}
