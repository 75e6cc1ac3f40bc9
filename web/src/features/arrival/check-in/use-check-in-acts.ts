import { arrival, patients } from '@foyer/contract'
import { askKey, queryClient, refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { problemText } from '../refusal-text.ts'
import { useWords } from '../use-words.ts'
import type { CheckIn } from '../visit.ts'
import { withStep } from './with-step.ts'

export type CheckSource = 'card' | 'payer-phone' | 'payer-site'

export interface CheckInActs {
  readonly confirm: (step: 'identity' | 'contact') => void
  readonly takeBack: (step: 'identity' | 'contact') => void
  readonly checkCoverage: (coverageId: string, source: CheckSource) => void
  readonly announce: (text: string) => void
}

/** Notes a step at once on the screen; when the server could not, the screen goes back and says why. */
export function useCheckInActs(checkIn: CheckIn, today: string, announce: (text: string) => void): CheckInActs {
  const words = useWords()
  const { say } = words
  const { act: confirmStep } = useAct(arrival.confirmStep)
  const { act: check } = useAct(patients.checkCoverage)
  const { appointmentId } = checkIn.visit
  const key = askKey(arrival.readCheckIn, { appointmentId })

  const note = async (code: 'identity' | 'contact' | 'coverage', done: boolean, send: () => Promise<unknown>) => {
    const what = say(`title_${code}`)
    await queryClient.cancelQueries({ queryKey: key })
    queryClient.setQueryData<CheckIn>(key, (old) => old && withStep(old, code, done, today))
    const again = () => refresh(arrival.readCheckIn, arrival.readBoard, patients.readPatient)
    try {
      await send()
      announce(say(done ? 'noted' : 'notedUndone', { what }))
    } catch (error) {
      showToast({ kind: 'bad', text: say('stepNotSaved', { what, why: problemText(error, words) }) })
    }
    await again()
  }
  return {
    announce,
    confirm: (step) => void note(step, true, () => confirmStep({ appointmentId, step })),
    takeBack: (step) => void note(step, false, () => confirmStep({ appointmentId, step, done: false })),
    checkCoverage: (coverageId, source) =>
      void note('coverage', true, () => check({ patientId: checkIn.visit.patient.id, coverageId, source })),
  }
}
