import { arrival, type CallInput, type Refusal, type Reply, scheduling } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { refresh } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault } from '../refusals.ts'
import type { SchedulingSay } from '../words.ts'

type Spec = typeof arrival.undoVisit
type Speakers = {
  readonly undo: (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>
  readonly say: SchedulingSay
  readonly name: string
}

/** Takes the cancellation of several visits back; says how many have their time again, and how many lost it. */
export async function bookAllAgain(
  visits: ReadonlyArray<{ readonly id: string }>,
  { undo, say, name }: Speakers,
): Promise<boolean> {
  let back = 0
  try {
    for (const { id } of visits) {
      const answer = await undo({ appointmentId: id, from: 'cancelled' })
      if (answer.ok) back += 1
    }
    const isAll = back === visits.length
    const text = say(isAll ? 'undone_cancelRest' : 'undoneSomeOfRest', { name, count: back, of: visits.length })
    showToast({ kind: isAll ? 'ok' : 'warn', text })
    return back > 0
  } catch (error) {
    const { title, text } = tellFault(error, say)
    showToast({ kind: 'bad', text: say('undoFailed', { why: `${title}. ${text}` }) })
    return false
  } finally {
    void refresh(
      scheduling.readDay,
      scheduling.readDays,
      scheduling.readAppointment,
      scheduling.readSeries,
      scheduling.readChain,
      scheduling.findOpenings,
    )
  }
}
