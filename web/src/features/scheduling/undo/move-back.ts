import { type CallInput, type Refusal, type Reply, scheduling } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import type { RuleCode } from '@foyer/scheduling'
import { refresh } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { rememberVersion, showMoved } from '../drag/optimistic.ts'
import { minutesOf, type Wanted, wantedOf } from '../drag/wanted.ts'
import { tellFault, tellRefusal, type Told } from '../refusals.ts'
import type { DayAppointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'

type Spec = typeof scheduling.moveAppointment
export type Move = (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>

/** A visit as it was before a move. */
export type MovedVisit = Wanted & Pick<DayAppointment, 'id' | 'patient'>

type MoveBack = {
  readonly siteId: string
  readonly visit: MovedVisit
  /** Its version after the move: whoever changed it since is not overridden. */
  readonly version: number
  /** Whether the move changed how long it is. */
  readonly wasStretched: boolean
}
type Speakers = { readonly move: Move; readonly say: SchedulingSay; readonly names: Names }

/** Takes a move back; says it when that cannot be done any more, and why. */
export async function moveBack(done: MoveBack, { move, say, names }: Speakers): Promise<boolean> {
  const { visit, siteId, version, wasStretched } = done
  const person = displayName(visit.patient.name)
  const putBack = showMoved(siteId, visit.id, wantedOf(visit))
  const failed = ({ title, text }: Told): boolean => {
    putBack()
    showToast({ kind: 'bad', text: say('undoFailed', { why: `${title}. ${text}` }) })
    return false
  }
  try {
    const reason = say('takenBack')
    const before = {
      appointmentId: visit.id,
      start: visit.start,
      assignments: visit.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
      reason,
      version,
      ...(wasStretched ? { durationMinutes: minutesOf(visit) } : {}),
    }
    const asked = await move(before)
    const rules = overridable(asked)
    // Where it stood before was against the rules already, and allowed: it may go back with the same right.
    const answer = rules.length > 0 ? await move({ ...before, overrides: { rules: [...rules], reason } }) : asked
    if (!answer.ok) return failed(tellRefusal(answer.error, { say, ...names, person }))
    rememberVersion(visit.id, answer.value.version)
    showToast({ text: say('undone_move', { name: person, when: names.whenOf(visit.start) }) })
    return true
  } catch (error) {
    return failed(tellFault(error, say))
  } finally {
    void refresh(scheduling.readDay, scheduling.readAppointment, scheduling.findOpenings)
  }
}

/** The rules that say no, when the caller may set all of them aside. */
function overridable(answer: Result<unknown, Refusal<Spec>>): readonly RuleCode[] {
  const rules = answer.ok || !('rules' in answer.error) ? [] : (answer.error.rules ?? [])
  return rules.every(({ mayOverride }) => mayOverride) ? rules.map(({ rule }) => rule) : []
}
