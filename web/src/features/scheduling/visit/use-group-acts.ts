import { scheduling } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { tellFault, tellIfOffline, tellRefusal, type Told } from '../refusals.ts'
import type { DayGroup, Person } from '../shapes.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { notAgain } from '../undo/book-again.ts'
import { takeBack } from '../undo/take-back.ts'
import { useUnbook } from '../undo/use-unbook.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { groupNotMoved, type Seated } from './group-not-moved.ts'
import { useMoveGroup } from './use-move-group.ts'

/** What can be done with a group session: a seat booked, no more people taken, its time given back. */
export function useGroupActs(group: DayGroup, names: Names) {
  const { say, locale } = useWords()
  const [told, tell] = useState<Told | null>(null)
  const join = useAct(scheduling.joinGroup)
  const close = useAct(scheduling.closeGroup)
  const mover = useMoveGroup(names)
  const remove = useAct(scheduling.removeGroup)
  const restore = useAct(scheduling.restoreGroup)
  const unbook = useUnbook(say)
  const groupSessionId = group.id
  const values = { what: names.typeOf(group.visitTypeId), when: names.whenOf(group.start) }

  const once = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (join.isPending || close.isPending || mover.isPending || remove.isPending) return false
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return false
    try {
      return await work()
    } catch (error) {
      tell(tellFault(error, say))
      return false
    } finally {
      void refresh(scheduling.readDay, scheduling.readDays, scheduling.findOpenings)
    }
  }

  return {
    told,
    tell,
    move: (start: string, reason: string, people: readonly Seated[]) =>
      once(async () => {
        const answer = await mover.move(group, people, { start, reason })
        if (!answer.ok) tell(groupNotMoved(answer.error, people, { say, locale, ...names }))
        return answer.ok
      }),
    join: (person: Person) =>
      once(async () => {
        const answer = await join.act({ groupSessionId, patientId: person.id })
        const name = displayName(person.name)
        if (!answer.ok) {
          tell(tellRefusal(answer.error, { say, ...names, person: name }))
          return false
        }
        const { id, version, seat } = answer.value
        const text = say('groupJoined', { ...values, name, seat })
        unbook({ kind: 'visit', id, version }, { text, name, when: values.when })
        return true
      }),
    close: (closed: boolean) =>
      once(async () => {
        const answer = await close.act({ groupSessionId, closed, version: group.version })
        if (!answer.ok) {
          tell({ kind: 'warn', title: say('changedTitle'), text: say('changedText') })
          return false
        }
        const { version } = answer.value
        offerUndo(say(closed ? 'groupClosedDone' : 'groupReopened', values), say('undoKey'), () =>
          takeBack(say, async () => {
            const again = await close.act({ groupSessionId, closed: !closed, version })
            if (!again.ok) return refuse(say('undoTooLate'))
            return ok({ text: say(closed ? 'groupReopened' : 'groupClosedDone', values) })
          }),
        )
        return true
      }),
    remove: () =>
      once(async () => {
        const answer = await remove.act({ groupSessionId })
        if (!answer.ok) {
          tell({ kind: 'warn', title: say('groupNotRemoved'), text: say('groupHasPeople') })
          return false
        }
        offerUndo(say('groupRemoved', values), say('undoKey'), () =>
          takeBack(say, async () => {
            const again = await restore.act({ groupSessionId })
            return again.ok ? ok({ text: say('groupRestored', values) }) : refuse(notAgain(again.error, say))
          }),
        )
        return true
      }),
  }
}
