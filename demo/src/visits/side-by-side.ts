import { instantOf, type LocalDay } from '@foyer/scheduling'
import { minuteOfDay } from '@foyer/kernel'
import type { PlannedGroupSession } from '../plan.ts'
import { infusionRoom } from '../practice/resources.ts'
import { ruleOf } from '../practice/visit-types.ts'
import type { Random } from '../random.ts'
import type { Book } from './book.ts'
import type { Crowd } from './crowd.ts'
import { assignmentsOf, iso, minuteMs, type Slot } from './slot.ts'

const infusion = 'infusion'
const wave = ['08:20', '09:00', '09:40', '13:20'] as const

/** Infusions lie in the lanes of one room, each begun by a nurse when the one before is running. */
export function planInfusions(random: Random, book: Book, crowd: Crowd, days: readonly LocalDay[]): Slot[] {
  const length = ruleOf(infusion).durationMinutes * minuteMs
  return days.flatMap((day) =>
    wave.flatMap((time, lane) => {
      const start = instantOf(day, minuteOfDay(time))
      if (day.weekday > 5 || random.chance(0.25)) return []
      const kept = assignmentsOf({ visitType: infusion, site: 'chicago', start, resources: [] }).map((one) =>
        one.resourceId === infusionRoom ? { ...one, lane } : one,
      )
      const keyOf = ({ resourceId, lane: at = 0 }: (typeof kept)[number]) =>
        at > 0 ? `${resourceId} ${at}` : resourceId
      if (!kept.every((one) => book.isFree(keyOf(one), one))) return []
      const person = crowd.pick(infusion, 'chicago', { start, end: start + length })
      if (!person) return []
      for (const one of kept) book.take(keyOf(one), { start: one.start, end: one.end })
      book.take(person.key, { start, end: start + length })
      const { key: patient } = person
      return [{ visitType: infusion, site: 'chicago' as const, patient, start, end: start + length, assignments: kept }]
    }),
  )
}

const lesson = 'diabetes-class'

export type Lesson = { readonly session: PlannedGroupSession; readonly slots: readonly Slot[] }

/** On Wednesdays at three, with some of the seats taken. */
export function planLessons(random: Random, book: Book, crowd: Crowd, days: readonly LocalDay[]): Lesson[] {
  const seats = 8
  return days.flatMap((day) => {
    if (day.weekday !== 3) return []
    const start = instantOf(day, minuteOfDay('15:00'))
    const end = start + ruleOf(lesson).durationMinutes * minuteMs
    const kept = assignmentsOf({ visitType: lesson, site: 'chicago', start, resources: [] })
    if (!kept.every((one) => book.isFree(one.resourceId, one))) return []
    for (const one of kept) book.take(one.resourceId, { start: one.start, end: one.end })
    const session: PlannedGroupSession = {
      key: `${lesson} ${day.date}`,
      visitType: lesson,
      site: 'chicago',
      start: iso(start),
      end: iso(end),
      seats,
      assignments: kept.map((one) => ({
        role: one.role,
        resource: one.resourceId,
        start: iso(one.start),
        end: iso(one.end),
      })),
    }
    const slots = Array.from({ length: random.between(3, 7) }, (_, index): Slot[] => {
      const person = crowd.pick(lesson, 'chicago', { start, end })
      if (!person) return []
      book.take(person.key, { start, end })
      const seat = { session: session.key, seat: index + 1 }
      return [{ visitType: lesson, site: 'chicago', patient: person.key, start, end, assignments: [], seat }]
    })
    return [{ session, slots: slots.flat() }]
  })
}
