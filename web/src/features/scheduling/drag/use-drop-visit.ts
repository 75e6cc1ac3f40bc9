import { scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import type { RuleCode } from '@foyer/scheduling'
import { refresh, useAct } from '../../../app/ask.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { showRemarks } from '../move-reason.ts'
import { tellRefusal } from '../refusals.ts'
import type { DayAppointment } from '../shapes.ts'
import { moveBack } from '../undo/move-back.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { rememberVersion, showMoved } from './optimistic.ts'
import type { Refused } from './refused.ts'
import { minutesOf, type Wanted } from './wanted.ts'

export type DroppedVisit = {
  readonly siteId: string
  readonly visit: DayAppointment
  readonly wanted: Wanted
  readonly reason: string
  /** Rules that somebody with the right sets aside, with the reason as theirs. */
  readonly overriding: readonly RuleCode[]
}

/** Moves a visit: shown at once, put back when it is refused, and taken back with one key. Null when it is done. */
export function useDropVisit(page: Names) {
  const { say } = useWords()
  const move = useAct(scheduling.moveAppointment)
  const drop = async ({ siteId, visit, wanted, reason, overriding }: DroppedVisit): Promise<Refused | null> => {
    const names = page.at(siteId)
    const person = displayName(visit.patient.name)
    const wasStretched = minutesOf(wanted) !== minutesOf(visit)
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
        return {
          told: tellRefusal(answer.error, { say, ...names, person }),
          next: 'next' in answer.error ? answer.error.next : [],
          mayOverride: rules.every((rule) => rule.mayOverride) ? rules.map(({ rule }) => rule) : [],
        }
      }
      const moved = answer.value
      rememberVersion(visit.id, moved.version)
      showRemarks(moved, say)
      const values = { name: person, when: names.whenOf(wanted.start), minutes: minutesOf(wanted) }
      offerUndo(say(wasStretched ? 'resized' : 'moved', values), say('undoKey'), () =>
        moveBack({ siteId, visit, moved, wasStretched }, { move: move.act, say, names }),
      )
      return null
    } catch (error) {
      putBack()
      throw error
    } finally {
      void refresh(scheduling.readDay, scheduling.readAppointment, scheduling.findOpenings)
    }
  }
  return { drop, isPending: move.isPending }
}
