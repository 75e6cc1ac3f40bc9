import { dateAt, daysBetween, minuteAt, Temporal } from '@foyer/kernel'
import { type DayPart, dayPartOf } from './opening.ts'
import { costOf, repairReasons } from './repair-cost.ts'
import type { RepairOption, RepairPlace, RepairVisit, Urgency } from './repair.ts'
import { minuteMs } from './local-day.ts'

/** Nobody can be told of an earlier time at once: what is sooner than this after now, and than the old time, is no option. */
export const repairNoticeMinutes = 120

export type RepairWish = RepairPlace & {
  readonly id: string
  readonly patientId: string
  readonly urgency: Urgency
}

/**
 * How urgent a visit is held to be when nobody has said so: the shorter the notice at which it was booked, the sooner
 * the patient had to be seen. Booked within a day: 3; within three days: 2; within two weeks: 1.
 */
export function urgencyByNotice(bookedAt: number, start: number): Urgency {
  const days = (start - bookedAt) / 86_400_000
  if (days <= 1) return 3
  if (days <= 3) return 2
  return days <= 14 ? 1 : 0
}

/**
 * A visit with the places it may move to, the cheapest `most` of them. `places` come from a search in which the time of
 * what is broken is taken and the time of the affected visits is free; one that comes twice counts once.
 */
export function repairVisit(
  wish: RepairWish,
  places: readonly RepairPlace[],
  most: number,
  { zone, now }: { readonly zone: string; readonly now: number },
): RepairVisit {
  const bare: RepairVisit = { ...wish, dayPart: partAt(wish.start, zone), options: [] }
  const options = repairOptions(wish, places, { zone, now })
  const ranked = options.map((option) => ({ option, cost: costOf(repairReasons(bare, option)) }))
  ranked.sort((a, b) => a.cost - b.cost || a.option.start - b.option.start)
  return { ...bare, options: ranked.slice(0, most).map(({ option }) => option) }
}

/** The places that are options at all, each once, in the order they came in. */
export function repairOptions(
  wish: RepairPlace,
  places: readonly RepairPlace[],
  { zone, now }: { readonly zone: string; readonly now: number },
): RepairOption[] {
  const clinicians = new Set(wish.assignments.filter(isClinician).map((each) => each.resourceId))
  const oldDate = dateOf(wish.start, zone)
  const known = new Set<string>()
  const options: RepairOption[] = []
  for (const { start, end, assignments } of places) {
    if (start < Math.min(wish.start, now + repairNoticeMinutes * minuteMs)) continue
    const key = `${start} ${assignments.map(({ role, resourceId, lane }) => `${role} ${resourceId} ${lane ?? 0}`).join()}`
    if (known.has(key)) continue
    known.add(key)
    options.push({
      start,
      end,
      assignments,
      isSameClinician: assignments.filter(isClinician).every((each) => clinicians.has(each.resourceId)),
      dayPart: partAt(start, zone),
      days: daysBetween(oldDate, dateOf(start, zone)),
    })
  }
  return options
}

function isClinician({ role }: { readonly role: string }): boolean {
  return role === 'clinician'
}

function dateOf(ms: number, zone: string): string {
  return dateAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
}

export function partAt(ms: number, zone: string): DayPart {
  return dayPartOf(minuteAt(Temporal.Instant.fromEpochMilliseconds(ms), zone))
}
