import { type CallInput, practice, type Refusal, type Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { SchedulingSay } from '../words.ts'
import { takeBack } from './take-back.ts'

type Spec = typeof practice.blockTime
type Speakers = {
  readonly close: (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>
  readonly say: SchedulingSay
  readonly name: string
}

/** Closes time again that was opened; what was booked there meanwhile stays where it is. */
export function closeAgain(
  closed: Reply<typeof practice.removeBlock>,
  { close, say, name }: Speakers,
): Promise<boolean> {
  return takeBack(say, async () => {
    const answer = await close({ ...closed, aroundVisits: true })
    return answer.ok ? ok({ text: say('blocked', { name, reason: closed.reason }) }) : refuse(say('undoTooLate'))
  })
}
