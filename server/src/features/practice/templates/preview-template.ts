import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { dateAt, ok, type Result, Temporal } from '@foyer/kernel'
import {
  datesBetween,
  fallsOutside,
  localDays,
  replaceFrom,
  sessionTimes,
  type Template,
  type WeeklyHours,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine } from '../../patients/index.ts'
import type { PracticeBook } from '../book.ts'
import { closedDates } from '../practice.ts'
import { checkHours } from '../rules.ts'
import { lastDateOf, previewDays } from './preview-days.ts'
import { selectBookedFrom } from './store.ts'

type Wish = Body<typeof practice.previewTemplate>
type Seen = Result<Reply<typeof practice.previewTemplate>, Refusal<typeof practice.previewTemplate>>

const mostListed = 200

function ms(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/**
 * What other hours would mean, before they are saved: weeks of real dates, and every visit booked from the first date on
 * that would fall outside and does not do so already.
 */
export async function previewTemplate(
  ctx: Ctx,
  practices: PracticeBook,
  resourceId: string,
  { from, hours: given, weeks }: Wish,
): Promise<Seen> {
  const it = await practices.read(ctx.organization)
  const resource = it.resources.get(resourceId)
  const site = resource && it.sites.get(resource.siteId)
  if (!resource || !site) throw new Problem('not-found')
  const wanted = given as WeeklyHours[]
  const checked = checkHours(wanted)
  if (!checked.ok) return checked

  const zone = site.timeZone
  const common = { exceptions: resource.exceptions, closedDates: closedDates(it, site.id) }
  const before: Template = { ...common, weekly: resource.hours }
  const after: Template = { ...common, weekly: replaceFrom(from, resource.hours, wanted) }
  const last = Temporal.PlainDate.from(from)
    .add({ days: weeks * 7 - 1 })
    .toString()
  const shown = localDays(datesBetween(from, last), zone)

  const booked = await selectBookedFrom(ctx.db, resourceId, new Date(shown[0]?.start ?? 0).toISOString())
  const until =
    lastDateOf(
      booked.map(({ keptTo }) => keptTo),
      zone,
    ) ?? from
  const touched = localDays(datesBetween(from, until), zone)
  const now = ctx.now.epochMilliseconds
  const times = booked.map((row) => ({
    id: row.appointmentId,
    visitTypeId: row.visitTypeId,
    walkIn: row.walkIn,
    start: ms(row.keptFrom),
    end: ms(row.keptTo),
  }))
  const outsideOf = ({ weekly, exceptions, closedDates: closed }: Template) =>
    fallsOutside(times, sessionTimes(touched, weekly, exceptions, closed), now)
  const already = new Set(outsideOf(before).map(({ id }) => id))
  const falling = new Map(outsideOf(after).map(({ id, why }) => [id, why]))
  const outside = booked.flatMap((row) => {
    const why = falling.get(row.appointmentId)
    return why === undefined || already.has(row.appointmentId) ? [] : [{ row, why }]
  })
  const listed = outside.slice(0, mostListed)
  ctx.touch(
    listed.map(({ row }) => row.id),
    resourceId,
  )

  const preview = previewDays(before, after, shown, zone)
  const holidays = new Map(
    it.holidays
      .filter(({ siteId }) => siteId === null || siteId === site.id)
      .map(({ date, name }) => [date, name] as const),
  )
  return ok({
    ...preview,
    timeZone: zone,
    days: preview.days.map(({ date, clock, open, gained, lost }) => ({
      date,
      clock,
      holiday: holidays.get(date) ?? null,
      exceptions: resource.exceptions.filter((one) => one.date === date).map(({ reason }) => reason ?? ''),
      open: [...open],
      gained: [...gained],
      lost: [...lost],
    })),
    outside: listed.map(({ row, why }) => ({
      appointmentId: row.appointmentId,
      patient: presentLine(row),
      visitTypeId: row.visitTypeId,
      role: row.role ?? 'clinician',
      start: row.start,
      end: row.end,
      why,
    })),
    outsideCount: outside.length,
    outsideDates: byDate(
      outside.map(({ row }) => row),
      zone,
    ),
  })
}

type Begun = { readonly appointmentId: string; readonly start: string; readonly end: string }

/** @param visits the earliest first */
function byDate(visits: readonly Begun[], zone: string) {
  const dates = Map.groupBy(visits, ({ start }) => dateAt(Temporal.Instant.from(start), zone))
  return [...dates].map(([date, those]) => ({
    date,
    from: those.map(({ start }) => start).reduce((least, one) => (ms(one) < ms(least) ? one : least)),
    until: those.map(({ end }) => end).reduce((most, one) => (ms(one) > ms(most) ? one : most)),
    appointmentIds: [...new Set(those.map(({ appointmentId }) => appointmentId))],
  }))
}
