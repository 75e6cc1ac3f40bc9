import { practice, scheduling } from '@foyer/contract'
import { minuteAt, Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Day, Near, Opening } from '../shapes.ts'
import { offerUndo } from '../undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'

type GiveUpOptions = {
  readonly siteId: string
  readonly today: string
  readonly zone: string
  readonly say: SchedulingSay
  readonly names: Names
  readonly tell: (told: Told | null) => void
  /** The time is open now. */
  readonly onOpened: (opening: Opening) => void
}
type Block = Day['blocks'][number]

/** An opening that lies in blocked time: the block is taken away first, for everybody it closes, then the time is held. */
export function useGiveUp({ siteId, today, zone, say, names, tell, onOpened }: GiveUpOptions) {
  const [chosen, setChosen] = useState<Near | null>(null)
  const date = chosen ? names.dateOf(chosen.opening.start) : today
  const day = useAsk(scheduling.readDay, { siteId, date }, { isEnabled: chosen !== null })
  const remove = useAct(practice.removeBlock)
  const add = useAct(practice.blockTime)
  const block = chosen && day.data?.blocks.find((one) => isMeant(one, chosen))

  const closeAgain = async ({ id, start, end, reason }: Block): Promise<boolean> => {
    const resourceIds = (day.data?.blocks ?? []).filter((one) => one.id === id).map(({ resourceId }) => resourceId)
    const minute = (instant: string) => minuteAt(Temporal.Instant.from(instant), zone)
    try {
      const times = { startMinute: minute(start), endMinute: minute(end) || 1440 }
      const answer = await add.act({
        resourceIds: [...new Set(resourceIds)],
        date,
        ...times,
        reason,
        aroundVisits: true,
      })
      if (answer.ok) showToast({ text: say('blockedAgain', { reason }) })
      else showToast({ kind: 'bad', text: say('undoFailed', { why: say('undoTimeTaken') }) })
      return answer.ok
    } catch (error) {
      const { title, text } = tellFault(error, say)
      showToast({ kind: 'bad', text: say('undoFailed', { why: `${title}. ${text}` }) })
      return false
    } finally {
      void refresh(scheduling.readDay, scheduling.findOpenings)
    }
  }

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
        await remove.act({ blockId: block.id })
        setChosen(null)
        offerUndo(say('unblocked', { name: names.nameOf(block.resourceId) }), say('undoKey'), () => closeAgain(block))
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
