import { scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault, tellIfOffline, tellRefusal, type Told } from '../refusals.ts'
import type { DayAppointment, Opening } from '../shapes.ts'
import { offerUndo } from '../undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { showMoved } from './optimistic.ts'
import { minutesOf, type Wanted, wantedOf } from './wanted.ts'

export type Dropped = {
  readonly siteId: string
  readonly visit: DayAppointment
  readonly wanted: Wanted
  readonly reason: string
}
/** Why it did not work, and where it would. */
export type Refused = { readonly told: Told; readonly next: readonly Opening[] }

/** Whether the server can change how long a visit is. */
export const canResize = 'durationMinutes' in (scheduling.moveAppointment.body?.shape ?? {})

function bodyOf({ visit, wanted, reason }: Dropped, version: number) {
  return {
    appointmentId: visit.id,
    start: wanted.start,
    assignments: wanted.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    reason,
    version,
    ...(canResize && minutesOf(wanted) !== minutesOf(visit) ? { durationMinutes: minutesOf(wanted) } : {}),
  }
}

/** Moves a visit: shown at once, put back and said so when it is refused, and taken back with one key. */
export function useDrop(names: Names) {
  const { say } = useWords()
  const move = useAct(scheduling.moveAppointment)
  const [refused, setRefused] = useState<Refused | null>(null)

  const stop = (told: Told) => setRefused({ told, next: [] })
  const again = () => void refresh(scheduling.readDay, scheduling.readAppointment, scheduling.findOpenings)

  const takeBack = (dropped: Dropped, version: number) => async (): Promise<boolean> => {
    const back = wantedOf(dropped.visit)
    const putBack = showMoved(dropped.siteId, dropped.visit, back)
    const failed = (told: Told): boolean => {
      putBack()
      showToast({ kind: 'bad', text: say('undoFailed', { why: `${told.title}. ${told.text}` }) })
      return false
    }
    try {
      // Its length now is that of where it was dropped: the way back says the old one.
      const from = { ...dropped.visit, ...dropped.wanted, assignments: [...dropped.wanted.assignments] }
      const answer = await move.act(
        bodyOf({ ...dropped, visit: from, wanted: back, reason: say('takenBack') }, version),
      )
      if (!answer.ok)
        return failed(tellRefusal(answer.error, { say, ...names, person: displayName(dropped.visit.patient.name) }))
      showToast({
        text: say('undone_move', { name: displayName(dropped.visit.patient.name), when: names.whenOf(back.start) }),
      })
      return true
    } catch (error) {
      return failed(tellFault(error, say))
    } finally {
      again()
    }
  }

  const drop = async (dropped: Dropped): Promise<boolean> => {
    if (move.isPending) return false
    const offline = tellIfOffline(say)
    if (offline) {
      stop(offline)
      return false
    }
    const { visit, wanted, siteId } = dropped
    const person = displayName(visit.patient.name)
    setRefused(null)
    const putBack = showMoved(siteId, visit, wanted)
    try {
      const answer = await move.act(bodyOf(dropped, visit.version))
      if (!answer.ok) {
        putBack()
        const next = 'next' in answer.error ? answer.error.next : []
        setRefused({ told: tellRefusal(answer.error, { say, ...names, person }), next })
        return false
      }
      const values = { name: person, when: names.whenOf(wanted.start), minutes: minutesOf(wanted) }
      const text = minutesOf(wanted) === minutesOf(visit) ? say('moved', values) : say('resized', values)
      offerUndo(text, say('undoKey'), takeBack(dropped, answer.value.version))
      return true
    } catch (error) {
      putBack()
      stop(tellFault(error, say))
      return false
    } finally {
      again()
    }
  }
  return { drop, refused, clear: () => setRefused(null), isPending: move.isPending }
}
