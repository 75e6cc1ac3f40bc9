import { type Asking, type Board, RoomDialog, type Steps, UndoDialog, type Visit } from '../arrival/index.ts'
import { useFocusAfter } from '../../ui/index.ts'

export interface VisitQuestionsProps {
  readonly visit: Visit
  readonly board: Board
  readonly steps: Steps
  readonly asking: Asking
  readonly onDone: () => void
}

/** The two questions a step may ask back: which room, and why it is taken back. */
export function VisitQuestions({ visit, board, steps, asking, onDone }: VisitQuestionsProps) {
  const card = `[data-visit="${CSS.escape(visit.appointmentId)}"]`
  useFocusAfter(asking !== null, () => document.querySelector<HTMLElement>(card))
  if (asking === 'room') {
    const choose = (room: Visit['room']) => {
      onDone()
      steps.move(visit, 'roomed', room)
    }
    return <RoomDialog visit={visit} board={board} onChoose={choose} onClose={onDone} />
  }
  if (asking === 'undo') {
    const undo = (reason: string | null) => {
      onDone()
      steps.undo(visit, reason)
    }
    return <UndoDialog visit={visit} onUndo={undo} onClose={onDone} />
  }
  return null
}
