import { minuteAt, Temporal } from '@foyer/kernel'
import { formatTime } from '../../../ui/format.ts'
import type { DayPart } from '../wish/wish.ts'
import type { Opening, OpeningReason } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'
import { groupOf } from './group-of.ts'

/** By the wall clock: morning before 12:00, afternoon before 17:00, evening from 17:00. */
export function dayPartAt(start: string, zone: string): DayPart {
  const minute = minuteAt(Temporal.Instant.from(start), zone)
  if (minute < 12 * 60) return 'morning'
  return minute < 17 * 60 ? 'afternoon' : 'evening'
}

/** The reasons of an opening as sentences. A reason that says too little (a gap without minutes) is left out. */
export function reasonSentences(opening: Pick<Opening, 'start' | 'reasons'>, zone: string, say: SchedulingSay): string {
  const part = dayPartAt(opening.start, zone)
  return opening.reasons
    .map((reason) => sentence(reason, part, say))
    .filter(Boolean)
    .join(' ')
}

function sentence(reason: OpeningReason, part: DayPart, say: SchedulingSay): string {
  switch (reason.code) {
    case 'soonest':
      return say('reason_soonest')
    case 'usual-clinician':
      return say('reason_usual_clinician')
    case 'other-clinician':
      return say('reason_other_clinician')
    case 'fills-gap':
      return reason.minutes === undefined ? '' : say(`reason_fills_gap_${part}`, { minutes: reason.minutes })
    case 'day-edge':
      return say(`reason_day_edge_${part}`)
    case 'preferred-day-part':
      return say(`reason_preferred_day_part_${reason.part ?? part}`)
    case 'lighter-day':
      return reason.bookedPercent === undefined ? '' : say('reason_lighter_day', { percent: reason.bookedPercent })
    case 'joins-group':
      return reason.seatsLeft === undefined ? '' : say('reason_joins_group', { count: reason.seatsLeft })
  }
}

/** "Dr Okafor, Room 3"; whoever begins later than the visit with the time: "Thi Vo from 9:40". */
export function whoAndWhere(
  opening: Pick<Opening, 'start' | 'assignments'>,
  zone: string,
  nameOf: (resourceId: string) => string,
  say: SchedulingSay,
): string {
  return opening.assignments
    .map(({ resourceId, start }) =>
      start === opening.start
        ? nameOf(resourceId)
        : say('at', { name: nameOf(resourceId), time: formatTime(start, zone) }),
    )
    .join(', ')
}

/** "Ultrasound 9:20, Dr Singh 10:10. 20 min between." Legs on other days say which. */
export function legsText(opening: Opening, names: LegNames, say: SchedulingSay): string {
  const { legs = [], waits = [], walkMinutes = 0 } = opening
  const whoIn = (leg: Pick<Opening, 'assignments' | 'reasons'>) => {
    const who = leg.assignments.map(({ resourceId }) => names.nameOf(resourceId)).join(' + ')
    return groupOf(leg) === undefined ? who : say('legInGroup', { who })
  }
  const days = new Set(legs.map((leg) => names.dateOf(leg.opening.start)))
  const said = legs.map(({ visitTypeId, opening: leg }) =>
    say('legAt', {
      what: names.typeOf(visitTypeId),
      who: whoIn(leg),
      when: days.size > 1 ? names.whenOf(leg.start) : names.timeOf(leg.start),
    }),
  )
  const waited = waits.reduce((sum, wait) => sum + wait, 0)
  const between = days.size > 1 ? '' : ` ${waited === 0 ? say('noWaiting') : say('waiting', { minutes: waited })}`
  const way = walkMinutes > 0 ? ` ${say('walking', { minutes: walkMinutes })}` : ''
  return `${said.join(', ')}.${between}${way}`
}

type LegNames = Pick<Names, 'dateOf' | 'nameOf' | 'timeOf' | 'typeOf' | 'whenOf'>
