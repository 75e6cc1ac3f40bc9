import { type CallInput, practice, type Refusal, type Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { SchedulingSay } from '../words.ts'
import { takeBack } from './take-back.ts'

type Spec = typeof practice.closeOpened
type Speakers = {
  readonly close: (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>
  readonly say: SchedulingSay
  readonly name: string
}

/** Closes time again that was opened, as it was; what was booked there meanwhile stays where it is. */
export function closeAgain(
  { openedId, reason }: Reply<typeof practice.removeBlock>,
  { close, say, name }: Speakers,
): Promise<boolean> {
  return takeBack(say, async () => {
    const answer = await close({ openedId })
    return answer.ok ? ok({ text: say('blocked', { name, reason }) }) : refuse(say('undoTooLate'))
  })
}
