import { practice, scheduling } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Day } from '../shapes.ts'
import { closeAgain } from '../undo/close-again.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type Block = Day['blocks'][number]

/** What is to be opened of a block; all of it, for everybody it closes, unless told otherwise. */
export type Part = { readonly start: string; readonly end: string }

/** Opens blocked time again; it can be closed again as it was with one key. Answers whether it was done. */
export function useOpenBlock(names: Names, tell: (told: Told | null) => void) {
  const { say } = useWords()
  const remove = useAct(practice.removeBlock)
  const open = useAct(practice.openPart)
  const close = useAct(practice.closeOpened)
  return async (block: Block, part: Part | null = null): Promise<boolean> => {
    if (remove.isPending || open.isPending) return false
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return false
    try {
      const { id: blockId, resourceId } = block
      const answer = part ? await open.act({ blockId, resourceId, ...part }) : await remove.act({ blockId })
      const name = names.nameOf(resourceId)
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
