import { scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import type { RuleCode } from '@foyer/scheduling'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { showRemarks } from '../move-reason.ts'
import { tellFault, tellIfOffline, tellRefusal, type Told } from '../refusals.ts'
import type { DayAppointment, Opening } from '../shapes.ts'
import { moveBack } from '../undo/move-back.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { rememberVersion, showMoved } from './optimistic.ts'
import { minutesOf, type Wanted } from './wanted.ts'

export type Dropped = {
  readonly siteId: string
  readonly visit: DayAppointment
  readonly wanted: Wanted
  readonly reason: string
  /** Rules that somebody with the right sets aside, with the reason as theirs. */
  readonly overriding?: readonly RuleCode[]
}
/** Why it did not work, where it would, and which rules the caller may set aside so that it does. */
export type Refused = {
  readonly told: Told
  readonly next: readonly Opening[]
  readonly mayOverride: readonly RuleCode[]
}

/** Moves a visit: shown at once, put back and said so when it is refused, and taken back with one key. */
export function useDrop(names: Names) {
  const { say } = useWords()
  const move = useAct(scheduling.moveAppointment)
  const [refused, setRefused] = useState<Refused | null>(null)
  const stop = (told: Told): false => {
    setRefused({ told, next: [], mayOverride: [] })
    return false
  }

  const drop = async ({ siteId, visit, wanted, reason, overriding = [] }: Dropped): Promise<boolean> => {
    if (move.isPending) return false
    const offline = tellIfOffline(say)
    if (offline) return stop(offline)
    const person = displayName(visit.patient.name)
    const wasStretched = minutesOf(wanted) !== minutesOf(visit)
    setRefused(null)
    const putBack = showMoved(siteId, visit.id, wanted)
    try {
      const answer = await move.act({
        appointmentId: visit.id,
        start: wanted.start,
        assignments: wanted.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
        reason,
        version: visit.version,
        ...(wasStretched ? { durationMinutes: minutesOf(wanted) } : {}),
        ...(overriding.length > 0 ? { overrides: { reason, rules: [...overriding] } } : {}),
      })
      if (!answer.ok) {
        putBack()
        const rules = ('rules' in answer.error ? answer.error.rules : undefined) ?? []
        setRefused({
          told: tellRefusal(answer.error, { say, ...names, person }),
          next: 'next' in answer.error ? answer.error.next : [],
          mayOverride: rules.every((rule) => rule.mayOverride) ? rules.map(({ rule }) => rule) : [],
        })
        return false
      }
      const moved = answer.value
      rememberVersion(visit.id, moved.version)
      showRemarks(moved, say)
      const values = { name: person, when: names.whenOf(wanted.start), minutes: minutesOf(wanted) }
      offerUndo(say(wasStretched ? 'resized' : 'moved', values), say('undoKey'), () =>
        moveBack({ siteId, visit, moved, wasStretched }, { move: move.act, say, names }),
      )
      return true
    } catch (error) {
      putBack()
      return stop(tellFault(error, say))
    } finally {
      void refresh(scheduling.readDay, scheduling.readAppointment, scheduling.findOpenings)
    }
  }
  return { drop, refused, clear: () => setRefused(null), isPending: move.isPending }
}

export type Drop = ReturnType<typeof useDrop>
