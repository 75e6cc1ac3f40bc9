import { scheduling } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Opening, Overrides, SchedulingRefusal } from '../shapes.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { takeBack } from '../undo/take-back.ts'
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

  const back = (groupSessionId: string): Promise<boolean> =>
    takeBack(say, async () => {
      const answer = await remove.act({ groupSessionId })
      return answer.ok ? ok({ text: say('groupGone') }) : refuse(say('groupHasPeople'))
    })

  return {
    chosen,
    choose: (opening: Opening) => {
      tell(null)
      setChosen(opening)
    },
    letGo: () => setChosen(null),
    open: async (opening: Opening, visitTypeId: string, seats: number | null, overrides: Overrides | null = null) => {
      if (open.isPending) return
      const offline = tellIfOffline(say)
      if (offline) return tell(offline)
      try {
        const { start, assignments } = opening
        const answer = await open.act({
          visitTypeId,
          siteId: opening.siteId ?? siteId,
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
        const values = { what: names.typeOf(visitTypeId), when: names.whenAndWhere(opening), count: answer.value.seats }
        offerUndo(say('groupOpened', values), say('undoKey'), () => back(id))
        onOpened(opening)
      } catch (error) {
        tell(tellFault(error, say))
      } finally {
        void refresh(scheduling.readDay, scheduling.findOpenings)
      }
    },
  }
}
