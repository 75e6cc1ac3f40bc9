import { scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { type Part, useOpenBlock } from '../block/use-open-block.ts'
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

/** An opening that lies in blocked time: what it needs of that is opened first, the rest stays closed, then the time is held. */
export function useGiveUp({ siteId, today, names, tell, onOpened }: GiveUpOptions) {
  const [chosen, setChosen] = useState<Near | null>(null)
  const at = chosen?.opening.siteId ?? siteId
  const date = chosen ? names.at(at).dateOf(chosen.opening.start) : today
  const day = useAsk(scheduling.readDay, { siteId: at, date }, { isEnabled: chosen !== null })
  const openBlock = useOpenBlock(names, tell)
  const block = chosen && day.data?.blocks.find((one) => isMeant(one, chosen))

  const part = chosen && block ? neededOf(block, chosen) : null

  return {
    chosen,
    block: block ?? null,
    /** What of the block is opened. */
    part,
    isReading: day.isPending,
    choose: (near: Near) => {
      tell(null)
      setChosen(near)
    },
    letGo: () => setChosen(null),
    confirm: async () => {
      if (!chosen || !block || !(await openBlock(block, part))) return
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

/** The time for which the opening needs the resource, as far as the block closes it. */
function neededOf(block: Block, { opening }: Near): Part {
  const own = opening.assignments.filter(({ resourceId }) => resourceId === block.resourceId)
  const times = own.length > 0 ? own : [opening]
  const from = Math.min(...times.map(({ start }) => Date.parse(start)))
  const until = Math.max(...times.map(({ end }) => Date.parse(end)))
  return {
    start: from > Date.parse(block.start) ? instantOf(from) : block.start,
    end: until < Date.parse(block.end) ? instantOf(until) : block.end,
  }
}

function instantOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}
