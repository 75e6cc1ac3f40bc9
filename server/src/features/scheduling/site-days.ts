import { type LocalDay, localDays } from '@foyer/scheduling'
import { Problem } from '../../platform/http/problem.ts'

const dayMs = 86_400_000
const mostDays = 5000
/** 2100-01-01: nobody plans beyond. */
const farthestMs = 4_102_444_800_000

/** Civil days by zone and date. They depend on nothing but the zone's rules and are asked for again and again. */
const knownDays = new Map<string, LocalDay>()

export function siteDay(date: string, zone: string): LocalDay {
  const key = `${zone} ${date}`
  const known = knownDays.get(key)
  if (known) return known
  const [day] = localDays([date], zone)
  if (!day) throw new Error('a date has a day')
  if (knownDays.size >= mostDays) knownDays.clear()
  knownDays.set(key, day)
  return day
}

/** By zone and day number of UTC: the civil days of the zone that touch it. */
const byUtcDay = new Map<string, Map<number, readonly LocalDay[]>>()

/** The civil day of `zone` in which an instant lies. */
export function dayAround(ms: number, zone: string): LocalDay {
  if (!(ms > 0 && ms < farthestMs))
    throw new Problem('not-understood', [{ pointer: '/body', detail: 'the time lies too far away' }])
  const utcDay = Math.floor(ms / dayMs)
  const days = byUtcDay.get(zone) ?? new Map<number, readonly LocalDay[]>()
  byUtcDay.set(zone, days)
  const near = days.get(utcDay) ?? daysTouching(utcDay, zone)
  if (days.size >= mostDays) days.clear()
  days.set(utcDay, near)
  const day = near.find(({ start, end }) => start <= ms && ms < end)
  if (!day) throw new Error('civil days of a zone leave no gap')
  return day
}

/** No zone is further than a day from UTC. */
function daysTouching(utcDay: number, zone: string): LocalDay[] {
  return [-1, 0, 1].map((shift) => siteDay(new Date((utcDay + shift) * dayMs).toISOString().slice(0, 10), zone))
}
