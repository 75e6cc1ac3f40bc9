import { type CallInput, practice, type Refusal, type Reply, scheduling } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { refresh } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault } from '../refusals.ts'
import type { SchedulingSay } from '../words.ts'

type Spec = typeof practice.blockTime
type Speakers = {
  readonly close: (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>
  readonly say: SchedulingSay
  readonly name: string
}

/** Closes time again that was opened; what was booked there meanwhile stays where it is. */
export async function closeAgain(
  closed: Reply<typeof practice.removeBlock>,
  { close, say, name }: Speakers,
): Promise<boolean> {
  const failed = (why: string): boolean => {
    showToast({ kind: 'bad', text: say('undoFailed', { why }) })
    return false
  }
  try {
    const answer = await close({ ...closed, aroundVisits: true })
    if (!answer.ok) return failed(say('undoTooLate'))
    showToast({ text: say('blocked', { name, reason: closed.reason }) })
    return true
  } catch (error) {
    const { title, text } = tellFault(error, say)
    return failed(`${title}. ${text}`)
  } finally {
    void refresh(scheduling.readDay, scheduling.findOpenings)
  }
}
