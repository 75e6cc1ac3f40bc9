import { scheduling } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { useOpenBlock } from '../block/use-open-block.ts'
import type { Told } from '../refusals.ts'
import type { Day, Near, Opening } from '../shapes.ts'
import type { Names } from '../use-names.ts'

type GiveUpOptions = {
  readonly siteId: string
  readonly today: string
  readonly names: Names
  readonly tell: (told: Told | null) => void
  /** The time is open now. */
  readonly onOpened: (opening: Opening) => void
}
type Block = Day['blocks'][number]

/** An opening that lies in blocked time: the block is taken away first, for everybody it closes, then the time is held. */
export function useGiveUp({ siteId, today, names, tell, onOpened }: GiveUpOptions) {
  const [chosen, setChosen] = useState<Near | null>(null)
  const date = chosen ? names.dateOf(chosen.opening.start) : today
  const day = useAsk(scheduling.readDay, { siteId, date }, { isEnabled: chosen !== null })
  const openBlock = useOpenBlock(names, tell)
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
      if (!chosen || !block || !(await openBlock(block))) return
      setChosen(null)
      onOpened(chosen.opening)
    },
  }
}

function isMeant({ resourceId, start, end }: Block, near: Near): boolean {
  const from = near.start ?? near.opening.start
  const until = near.end ?? near.opening.end
  return resourceId === near.resourceId && Date.parse(start) < Date.parse(until) && Date.parse(from) < Date.parse(end)
}
