import { type CallInput, practice, type Refusal, type Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { SchedulingSay } from '../words.ts'
import { takeBack } from './take-back.ts'

type Spec = typeof practice.closeOpened
type Speakers = {
  readonly close: (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>
  readonly say: SchedulingSay
  readonly name: string
  /** It was changed and not opened: what it closes by now is opened in the same step. */
  readonly instead?: boolean
}

/** Closes time again that was opened or changed, as it was; what was booked there meanwhile stays where it is. */
export function closeAgain(
  { openedId, reason }: Pick<Reply<typeof practice.removeBlock>, 'openedId' | 'reason'>,
  { close, say, name, instead = false }: Speakers,
): Promise<boolean> {
  return takeBack(say, async () => {
    const answer = await close({ openedId, instead })
    return answer.ok ? ok({ text: say('blocked', { name, reason }) }) : refuse(say('undoTooLate'))
  })
}
