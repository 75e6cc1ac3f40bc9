import { practice, scheduling } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Day } from '../shapes.ts'
import { closeAgain } from '../undo/close-again.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type Block = Day['blocks'][number]

/** Opens blocked time again, for everybody it closes; it can be closed again with one key. Answers whether it was done. */
export function useOpenBlock(names: Names, tell: (told: Told | null) => void) {
  const { say } = useWords()
  const remove = useAct(practice.removeBlock)
  const close = useAct(practice.blockTime)
  return async (block: Block): Promise<boolean> => {
    if (remove.isPending) return false
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return false
    try {
      const answer = await remove.act({ blockId: block.id })
      const name = names.nameOf(block.resourceId)
      if (answer.ok)
        offerUndo(say('unblocked', { name }), say('undoKey'), () =>
          closeAgain(answer.value, { close: close.act, say, name }),
        )
      return answer.ok
    } catch (error) {
      tell(tellFault(error, say))
      return false
    } finally {
      void refresh(scheduling.readDay, scheduling.readDays, scheduling.findOpenings)
    }
  }
}
