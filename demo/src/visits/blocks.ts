import { instantOf, type LocalDay } from '@foyer/scheduling'
import { minuteOfDay } from '@foyer/kernel'
import type { PlannedBlock } from '../plan.ts'
import { ultrasound } from '../practice/resources.ts'
import type { Book } from './book.ts'
import { iso } from './slot.ts'

const weekly = [
  { resource: 'singh', weekday: 1, from: '11:20', to: '12:00', reason: 'Admin' },
  { resource: 'okafor', weekday: 3, from: '16:20', to: '17:00', reason: 'Admin' },
  { resource: ultrasound, weekday: 2, from: '11:00', to: '11:30', reason: 'Service check' },
] as const

/** Time closed every week, where nobody is being seen. */
export function planBlocks(book: Book, days: readonly LocalDay[]): PlannedBlock[] {
  return days.flatMap((day) =>
    weekly
      .filter(({ weekday }) => weekday === day.weekday)
      .flatMap(({ resource, from, to, reason }) => {
        const time = { start: instantOf(day, minuteOfDay(from)), end: instantOf(day, minuteOfDay(to)) }
        if (!book.isFree(resource, time)) return []
        book.take(resource, time)
        return [{ resource, start: iso(time.start), end: iso(time.end), reason }]
      }),
  )
}
