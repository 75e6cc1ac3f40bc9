import { scheduling } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Opening, Overrides, SchedulingRefusal } from '../shapes.ts'
import { offerUndo } from '../undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'

type GroupOptions = {
  readonly siteId: string
  readonly say: SchedulingSay
  readonly names: Names
  readonly tell: (told: Told | null) => void
  readonly refused: (refusal: SchedulingRefusal, opening: Opening) => void
  readonly onOpened: (opening: Opening) => void
}

/** Time of a visit type with seats where no group is yet: a group session is opened there, and people join it. */
export function useGroup({ siteId, say, names, tell, refused, onOpened }: GroupOptions) {
  const [chosen, setChosen] = useState<Opening | null>(null)
  const open = useAct(scheduling.openGroup)
  const remove = useAct(scheduling.removeGroup)

  const takeBack = async (groupSessionId: string): Promise<boolean> => {
    try {
      const answer = await remove.act({ groupSessionId })
      if (answer.ok) showToast({ text: say('groupGone') })
      else showToast({ kind: 'bad', text: say('undoFailed', { why: say('groupHasPeople') }) })
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
    choose: (opening: Opening) => {
      tell(null)
      setChosen(opening)
    },
    letGo: () => setChosen(null),
    isPending: open.isPending,
    open: async (opening: Opening, visitTypeId: string, seats: number | null, overrides: Overrides | null = null) => {
      if (open.isPending) return
      const offline = tellIfOffline(say)
      if (offline) return tell(offline)
      try {
        const { start, assignments } = opening
        const answer = await open.act({
          visitTypeId,
          siteId,
          start,
          assignments: assignments.map(({ role, resourceId }) => ({ role, resourceId })),
          overrides,
          ...(seats === null ? {} : { seats }),
        })
        setChosen(null)
        if (!answer.ok) {
          if (answer.error.reason === 'not-for-groups')
            tell({ kind: 'warn', title: say('notForGroupsTitle'), text: say('notForGroupsText') })
          else refused(answer.error, opening)
          return
        }
        const { id } = answer.value
        const values = { what: names.typeOf(visitTypeId), when: names.whenOf(start), count: answer.value.seats }
        offerUndo(say('groupOpened', values), say('undoKey'), () => takeBack(id))
        onOpened(opening)
      } catch (error) {
        tell(tellFault(error, say))
      } finally {
        void refresh(scheduling.readDay, scheduling.findOpenings)
      }
    },
  }
}
