import { arrival, type CallInput, type Refusal, type Reply, type scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Appointment } from '../shapes.ts'
import type { SchedulingSay } from '../words.ts'
import { takeBack } from './take-back.ts'

type Spec = typeof arrival.undoVisit
/** Takes the last step of a visit back. */
export type UndoVisit = (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>
type Speakers = {
  readonly undo: UndoVisit
  readonly say: SchedulingSay
  readonly name: string
  readonly when: string
}

/** Takes a cancellation back: the visit has its time again, unless somebody else has it by now. */
export function bookAgain(
  { id, seat }: Pick<Appointment, 'id' | 'seat'>,
  { undo, say, name, when }: Speakers,
): Promise<boolean> {
  return takeBack(say, async () => {
    const answer = await undo({ appointmentId: id, from: 'cancelled' })
    return answer.ok
      ? ok({ text: say('undone_cancel', { name, when }) })
      : refuse(notAgain(answer.error, say, seat !== null))
  })
}

/** Why a visit, a seat or a group does not get its time back, in sentences. */
export function notAgain(
  refusal: Refusal<Spec> | Refusal<typeof scheduling.restoreGroup>,
  say: SchedulingSay,
  isSeat = false,
): string {
  if (refusal.reason === 'no-longer-possible')
    return refusal.rules.map(({ rule }) => `${say(`override_${rule}`)}.`).join(' ')
  if (refusal.reason !== 'opening-taken') return say('undoTooLate')
  return say(isSeat ? 'undoSeatTaken' : 'undoTimeTaken')
}
