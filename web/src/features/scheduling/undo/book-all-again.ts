import { ok, refuse } from '@foyer/kernel'
import type { SchedulingSay } from '../words.ts'
import { notAgain, type UndoVisit } from './book-again.ts'
import { faultText, takeBack } from './take-back.ts'

type Speakers = { readonly undo: UndoVisit; readonly say: SchedulingSay; readonly name: string }

/** Takes the cancellation of several visits back; says how many have their time again, and why the others have not. */
export function bookAllAgain(
  visits: ReadonlyArray<{ readonly id: string }>,
  { undo, say, name }: Speakers,
): Promise<boolean> {
  return takeBack(say, async () => {
    let back = 0
    const why = new Set<string>()
    for (const { id } of visits) {
      try {
        const answer = await undo({ appointmentId: id, from: 'cancelled' })
        if (answer.ok) back += 1
        else why.add(notAgain(answer.error, say))
      } catch (error) {
        // What is booked again stays so, and is said; the rest is not tried against a server that could not.
        why.add(faultText(error, say))
        break
      }
    }
    const reasons = [...why].join(' ')
    if (back === 0) return refuse(reasons)
    const values = { name, count: back, of: visits.length, why: reasons }
    if (back === visits.length) return ok({ text: say('undone_cancelRest', values) })
    return ok({ kind: 'warn', text: say('undoneSomeOfRest', values) })
  })
}
