import { type CallInput, type Refusal, type Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import type { RuleCode } from '@foyer/scheduling'
import { rememberVersion, showMoved } from '../drag/optimistic.ts'
import { minutesOf, type Wanted, wantedOf } from '../drag/wanted.ts'
import { tellRefusal } from '../refusals.ts'
import type { DayAppointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'
import { takeBack } from './take-back.ts'

type Spec = typeof scheduling.moveAppointment
export type Move = (input: CallInput<Spec>) => Promise<Result<Reply<Spec>, Refusal<Spec>>>

/** A visit as it was before a move. */
export type MovedVisit = Wanted & Pick<DayAppointment, 'id' | 'patient'>

type MoveBack = {
  readonly siteId: string
  readonly visit: MovedVisit
  /** What the move answered. Whoever changed the visit since is not overridden. */
  readonly moved: Pick<Reply<Spec>, 'version' | 'setAside'>
  /** Whether the move changed how long it is. */
  readonly wasStretched: boolean
}
type Speakers = { readonly move: Move; readonly say: SchedulingSay; readonly names: Names }

/** Takes a move back; says it when that cannot be done any more, and why. */
export function moveBack(done: MoveBack, { move, say, names }: Speakers): Promise<boolean> {
  const { visit, siteId, moved, wasStretched } = done
  const person = displayName(visit.patient.name)
  const putBack = showMoved(siteId, visit.id, wantedOf(visit))
  const reason = say('takenBack')
  const before = {
    appointmentId: visit.id,
    start: visit.start,
    assignments: visit.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    reason,
    version: moved.version,
    ...(wasStretched ? { durationMinutes: minutesOf(visit) } : {}),
  }
  const work = async () => {
    const asked = await move(before)
    const rules = asAllowedBefore(asked, moved.setAside ?? [])
    const answer = rules.length > 0 ? await move({ ...before, overrides: { rules: [...rules], reason } }) : asked
    if (!answer.ok) {
      const { title, text } = tellRefusal(answer.error, { say, ...names, person })
      return refuse(`${title}. ${text}`)
    }
    rememberVersion(visit.id, answer.value.version)
    return ok({ text: say('undone_move', { name: person, when: names.whenOf(visit.start) }) })
  }
  return takeBack(say, work).then((isDone) => {
    if (!isDone) putBack()
    return isDone
  })
}

/** Time that others may have taken since: nobody is booked over by an undo. */
const takenSince: ReadonlySet<RuleCode> = new Set(['opening-taken', 'overbook', 'buffer'])

/**
 * The rules that say no, where somebody set all of them aside for the place the visit had: it may go back with the same
 * right. What says no only now was never decided, and is not decided by a key that takes something back.
 */
function asAllowedBefore(answer: Result<unknown, Refusal<Spec>>, setAside: readonly RuleCode[]): readonly RuleCode[] {
  const rules = answer.ok || !('rules' in answer.error) ? [] : (answer.error.rules ?? [])
  const isAllowed = rules.every(
    ({ rule, mayOverride }) => mayOverride && setAside.includes(rule) && !takenSince.has(rule),
  )
  return isAllowed ? rules.map(({ rule }) => rule) : []
}
