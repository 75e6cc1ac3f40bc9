import { arrival, scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault } from '../refusals.ts'
import type { Appointment } from '../shapes.ts'
import { notAgain } from '../undo/book-again.ts'
import { offerUndo } from '../undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

/** Says that somebody did not come; it can be taken back like every change. */
export function useNoShow(names: Names, onDone: () => void) {
  const { say } = useWords()
  const move = useAct(arrival.moveVisit)
  const undo = useAct(arrival.undoVisit)
  const failed = (text: string): false => {
    showToast({ kind: 'bad', text })
    return false
  }
  const fault = (error: unknown): false => {
    const { title, text } = tellFault(error, say)
    return failed(`${title}. ${text}`)
  }
  const again = () => void refresh(scheduling.readDay, scheduling.readAppointment)
  const takeBack = async (appointmentId: string, values: { name: string; when: string }): Promise<boolean> => {
    try {
      const answer = await undo.act({ appointmentId, from: 'no-show' })
      if (!answer.ok) return failed(say('undoFailed', { why: notAgain(answer.error, say) }))
      showToast({ text: say('undone_noShow', values) })
      return true
    } catch (error) {
      return fault(error)
    } finally {
      again()
    }
  }
  return async ({ id, patient, start, status }: Appointment): Promise<void> => {
    if (move.isPending) return
    const values = { name: displayName(patient.name), when: names.whenOf(start) }
    try {
      const answer = await move.act({ appointmentId: id, to: 'no-show', from: status })
      if (answer.ok) {
        offerUndo(say('noShowDone', values), say('undoKey'), () => takeBack(id, values))
        onDone()
      } else failed(`${say('changedTitle')}. ${say('changedText')}`)
    } catch (error) {
      fault(error)
    }
    again()
  }
}
