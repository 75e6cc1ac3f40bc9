import { type CallInput, practice, scheduling } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Day } from '../shapes.ts'
import { closeAgain } from '../undo/close-again.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { blockNotChanged } from './block-refusal.ts'

type Change = Omit<CallInput<typeof practice.changeBlock>, 'blockId'>

/** Changes blocked time; one key makes it what it was. Answers what came of it. */
export function useChangeBlock(names: Names, tell: (told: Told | null) => void) {
  const { say } = useWords()
  const { act, isPending } = useAct(practice.changeBlock)
  const close = useAct(practice.closeOpened)
  return async (
    { id: blockId, resourceId, reason }: Day['blocks'][number],
    change: Change,
  ): Promise<'changed' | 'visits-booked' | 'refused'> => {
    if (isPending) return 'refused'
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return 'refused'
    try {
      const answer = await act({ blockId, ...change })
      if (!answer.ok) {
        tell(blockNotChanged(answer.error, say))
        return answer.error.reason === 'visits-booked' ? 'visits-booked' : 'refused'
      }
      const name = names.nameOf(resourceId)
      const before = { openedId: answer.value.openedId, reason: reason ?? say('blockedTime') }
      offerUndo(say('blockChanged', { name, reason: change.reason }), say('undoKey'), () =>
        closeAgain(before, { close: close.act, say, name, instead: true }),
      )
      return 'changed'
    } catch (error) {
      tell(tellFault(error, say))
      return 'refused'
    } finally {
      void refresh(scheduling.readDay, scheduling.readDays, scheduling.findOpenings)
    }
  }
}
