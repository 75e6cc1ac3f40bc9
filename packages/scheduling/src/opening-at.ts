import { ok, refuse, type Result } from '@foyer/kernel'
import type { BookingPlan } from './booking.ts'
import { overlaps } from './interval.ts'
import { minuteMs } from './local-day.ts'
import { laneOf } from './rules/lanes.ts'
import { seatedOf } from './rules/roles.ts'
import { insideHours, kindIsTaken, sessionHasRoom, walkInsOnly } from './rules/sessions.ts'
import type { BookingWish, Facts } from './rules/wish.ts'
import { type Assignment, leadRole, type Role, type RoleName } from './visit-type.ts'

/** A start that somebody names and whoever it is to be with; `resources` are at least all candidates. */
export type OpeningAtWish = Omit<Facts['wish'], 'assignments' | 'counts' | 'overrides'> & {
  readonly resourceId: string
  readonly day: Facts['day']
}

export type NotAt =
  | { readonly reason: 'cannot-take-part'; readonly resourceId: string }
  /** `role` has nobody who is free then. */
  | { readonly reason: 'nobody-free'; readonly role: RoleName }

type Free = { readonly assignment: Assignment; readonly against: number }

/**
 * The visit at exactly that start with exactly that person, whatever hours and rules say to it: those are asked when it is
 * held. Whoever is named fills the first role open to them, the lead before others, also where their time is taken. Every
 * other role gets somebody who is free, the one against whom the fewest rules speak, then the earlier candidate; nobody is
 * in two roles at once.
 */
export function openingAt(wish: OpeningAtWish): Result<BookingPlan, NotAt> {
  const { visitType, resourceId, start } = wish
  const lead = leadRole(visitType)
  const roles = visitType.roles.toSorted((a, b) => Number(b === lead) - Number(a === lead))
  const own = roles.find(({ candidates }) => candidates.includes(resourceId))
  const [named] = own ? seated(wish, own, resourceId) : []
  if (!own || !named) return refuse({ reason: 'cannot-take-part', resourceId })

  const others = roles.filter((role) => role !== own).map((role) => ({ role, free: freeFor(wish, role) }))
  const nobody = others.find(({ free }) => free.length === 0)
  if (nobody) return refuse({ reason: 'nobody-free', role: nobody.role.name })

  const fill = (number: number, filled: readonly Assignment[]): Result<readonly Assignment[], NotAt> => {
    const next = others[number]
    if (!next) return ok(filled)
    let none: NotAt = { reason: 'nobody-free', role: next.role.name }
    for (const { assignment } of next.free) {
      if (filled.some((one) => one.resourceId === assignment.resourceId && overlaps(one, assignment))) continue
      const whole = fill(number + 1, [...filled, assignment])
      if (whole.ok) return whole
      none = whole.error
    }
    return refuse(none)
  }
  const filled = fill(0, [laneOf(visitType, named, [], []).assignment])
  if (!filled.ok) return filled
  return ok({ start, end: start + visitType.durationMinutes * minuteMs, assignments: filled.value })
}

function seated(wish: OpeningAtWish, role: Role, resourceId: string) {
  return seatedOf({ ...wish, assignments: [{ role: role.name, resourceId }] })
}

/** Who has a lane then, be it only one that an override would bring; against whom least speaks stands first. */
function freeFor(wish: OpeningAtWish, role: Role): readonly Free[] {
  const asked: BookingWish = { ...wish, assignments: [] }
  return role.candidates
    .flatMap((id) => seated(wish, role, id))
    .flatMap((each): Free[] => {
      const { assignment, evaluation } = laneOf(wish.visitType, each, [], [])
      if (evaluation.rule === 'opening-taken' && evaluation.verdict === 'not-met') return []
      const rules = [
        evaluation,
        insideHours(each),
        ...kindIsTaken(asked, each),
        ...walkInsOnly({ wish: asked, day: wish.day }, each),
        ...sessionHasRoom(each),
      ]
      return [{ assignment, against: rules.filter(({ verdict }) => verdict === 'not-met').length }]
    })
    .toSorted((a, b) => a.against - b.against)
}
