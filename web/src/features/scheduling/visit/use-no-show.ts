import { arrival, scheduling } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import type { Appointment } from '../shapes.ts'
import { notAgain } from '../undo/book-again.ts'
import { faultText, takeBack } from '../undo/take-back.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

/** Says that somebody did not come; it can be taken back like every change. */
export function useNoShow(names: Names, onDone: () => void) {
  const { say } = useWords()
  const move = useAct(arrival.moveVisit)
  const undo = useAct(arrival.undoVisit)
  const failed = (text: string) => void showToast({ kind: 'bad', text })
  const back = (appointmentId: string, values: { name: string; when: string }): Promise<boolean> =>
    takeBack(say, async () => {
      const answer = await undo.act({ appointmentId, from: 'no-show' })
      return answer.ok ? ok({ text: say('undone_noShow', values) }) : refuse(notAgain(answer.error, say))
    })
  return async ({ id, patient, start, status }: Appointment): Promise<void> => {
    if (move.isPending) return
    const values = { name: displayName(patient.name), when: names.whenOf(start) }
    try {
      const answer = await move.act({ appointmentId: id, to: 'no-show', from: status })
      if (answer.ok) {
        offerUndo(say('noShowDone', values), say('undoKey'), () => back(id, values))
        onDone()
      } else failed(`${say('changedTitle')}. ${say('changedText')}`)
    } catch (error) {
      failed(faultText(error, say))
    }
    void refresh(scheduling.readDay, scheduling.readAppointment)
  }
}
