import { practice, scheduling } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { blockNotChanged } from '../block/block-refusal.ts'
import { closeAgain } from '../undo/close-again.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import type { DayBlock } from './load.ts'
import { showBlockMoved } from './optimistic.ts'
import type { Refused } from './refused.ts'
import type { Wanted } from './wanted.ts'

type DroppedBlock = {
  readonly block: DayBlock
  readonly wanted: Wanted
  /** Close what is free there and leave visits where they are. */
  readonly aroundVisits: boolean
}

/** Closes a stretch of time elsewhere instead: shown at once, put back when it is refused. Null when it is done. */
export function useDropBlock(names: Names) {
  const { say } = useWords()
  const move = useAct(practice.moveBlock)
  const close = useAct(practice.closeOpened)
  const drop = async ({ block, wanted, aroundVisits }: DroppedBlock): Promise<Refused | null> => {
    const { id: blockId, resourceId, start, end } = block
    const toId = wanted.assignments[0]?.resourceId ?? resourceId
    const to = { resourceId: toId, start: wanted.start, end: wanted.end }
    const putBack = aroundVisits ? () => {} : showBlockMoved(block, wanted)
    try {
      const answer = await move.act({ blockId, resourceId, start, end, to, aroundVisits })
      if (!answer.ok) {
        putBack()
        const mayGoAround = answer.error.reason === 'visits-booked' && !aroundVisits
        return { told: blockNotChanged(answer.error, say), next: [], mayOverride: [], mayGoAround }
      }
      const reason = block.reason ?? say('blockedTime')
      const values = { name: names.nameOf(toId), reason, when: names.of(toId).spanOf(to.start, to.end) }
      offerUndo(say('blockMoved', values), say('undoKey'), () =>
        closeAgain(
          { openedId: answer.value.openedId, reason },
          { close: close.act, say, name: names.nameOf(resourceId), instead: true },
        ),
      )
      return null
    } catch (error) {
      putBack()
      throw error
    } finally {
      void refresh(scheduling.readDay, scheduling.readDays, scheduling.findOpenings)
    }
  }
  return { drop, isPending: move.isPending }
}
