import { practice, scheduling } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Day, Near, Opening } from '../shapes.ts'
import { closeAgain } from '../undo/close-again.ts'
import { offerUndo } from '../undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'

type GiveUpOptions = {
  readonly siteId: string
  readonly today: string
  readonly say: SchedulingSay
  readonly names: Names
  readonly tell: (told: Told | null) => void
  /** The time is open now. */
  readonly onOpened: (opening: Opening) => void
}
type Block = Day['blocks'][number]

/** An opening that lies in blocked time: the block is taken away first, for everybody it closes, then the time is held. */
export function useGiveUp({ siteId, today, say, names, tell, onOpened }: GiveUpOptions) {
  const [chosen, setChosen] = useState<Near | null>(null)
  const date = chosen ? names.dateOf(chosen.opening.start) : today
  const day = useAsk(scheduling.readDay, { siteId, date }, { isEnabled: chosen !== null })
  const remove = useAct(practice.removeBlock)
  const close = useAct(practice.blockTime)
  const block = chosen && day.data?.blocks.find((one) => isMeant(one, chosen))

  return {
    chosen,
    block: block ?? null,
    isReading: day.isPending,
    choose: (near: Near) => {
      tell(null)
      setChosen(near)
    },
    letGo: () => setChosen(null),
    confirm: async () => {
      if (!chosen || !block || remove.isPending) return
      const offline = tellIfOffline(say)
      if (offline) return tell(offline)
      try {
        const answer = await remove.act({ blockId: block.id })
        const name = names.nameOf(block.resourceId)
        setChosen(null)
        if (answer.ok)
          offerUndo(say('unblocked', { name }), say('undoKey'), () =>
            closeAgain(answer.value, { close: close.act, say, name }),
          )
        onOpened(chosen.opening)
      } catch (error) {
        tell(tellFault(error, say))
      } finally {
        void refresh(scheduling.readDay)
      }
    },
  }
}

function isMeant({ resourceId, start, end }: Block, near: Near): boolean {
  const from = near.start ?? near.opening.start
  const until = near.end ?? near.opening.end
  return resourceId === near.resourceId && Date.parse(start) < Date.parse(until) && Date.parse(from) < Date.parse(end)
}
