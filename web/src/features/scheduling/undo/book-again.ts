import { arrival, type CallInput, type Refusal, type Reply, scheduling } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { refresh } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault } from '../refusals.ts'
import type { Appointment } from '../shapes.ts'
import type { SchedulingSay } from '../words.ts'

type Spec = typeof arrival.undoVisit
type Speakers = {
  readonly undo: (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>
  readonly say: SchedulingSay
  readonly name: string
  readonly when: string
}

/** Takes a cancellation back: the visit has its time again, unless somebody else has it by now. */
export async function bookAgain(
  { id }: Pick<Appointment, 'id'>,
  { undo, say, name, when }: Speakers,
): Promise<boolean> {
  const failed = (why: string): boolean => {
    showToast({ kind: 'bad', text: say('undoFailed', { why }) })
    return false
  }
  try {
    const answer = await undo({ appointmentId: id, from: 'cancelled' })
    if (!answer.ok) return failed(notAgain(answer.error, say))
    showToast({ text: say('undone_cancel', { name, when }) })
    return true
  } catch (error) {
    const { title, text } = tellFault(error, say)
    return failed(`${title}. ${text}`)
  } finally {
    void refresh(scheduling.readDay, scheduling.readAppointment, scheduling.findOpenings)
  }
}

/** Why a visit does not get its time back. */
export function notAgain(refusal: Refusal<Spec>, say: SchedulingSay): string {
  if (refusal.reason === 'no-longer-possible')
    return refusal.rules.map(({ rule }) => say(`override_${rule}`)).join('. ')
  return say(refusal.reason === 'opening-taken' ? 'undoTimeTaken' : 'undoTooLate')
}
