import { type Params, print, type Query, type Refusal } from '@foyer/contract'
import { daysBetween, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { datesBetween } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Media } from '../../platform/http/route.ts'
import type { Practice } from '../practice/index.ts'
import { readDay } from '../scheduling/index.ts'
import { drawSheets } from './document.ts'
import { printWords } from './print-words.ts'
import { type Sheet, sheetOf } from './sheet.ts'

type Spec = typeof print.printSchedule

/** Days on paper. Names are on it only where they were asked for, and then whose stands in the audit trail. */
export async function printSchedule(
  ctx: Ctx,
  practice: Practice,
  input: Params<Spec> & Query<Spec>,
): Promise<Result<Media, Refusal<Spec>>> {
  const { siteId, from, to, layout, language } = input
  const site = practice.sites.get(siteId)
  if (!site) throw new Problem('not-found')
  const days = daysBetween(from, to) + 1
  if (days < 1) return refuse({ reason: 'dates-backwards' })
  if (days > print.mostPrintDays) return refuse({ reason: 'too-many-days', most: print.mostPrintDays })
  const withPatients = input.withPatients === '1'
  const words = printWords[language]
  const names = {
    words,
    withPatients,
    visitType: (id: string): string => {
      const visitType = practice.visitTypes.get(id)
      return (language === 'es' ? visitType?.nameEs : visitType?.name) ?? ''
    },
    resource: (id: string): string => practice.resources.get(id)?.name ?? '',
  }
  const wanted = input.resourceIds?.split(',') ?? null
  const sheets: Sheet[] = []
  for (const date of datesBetween(from, to)) {
    const day = await readDay(ctx, practice, { siteId, date })
    if (!day.ok) return day
    for (const { id } of day.value.resources) {
      if (wanted !== null && !wanted.includes(id)) continue
      const sheet = sheetOf(day.value, id, names)
      if (sheet) sheets.push(sheet)
    }
  }
  const shown = sheets.flatMap(({ entries }) => entries.flatMap(({ patient }) => patient?.id ?? []))
  ctx.touch([...new Set(shown)], siteId)
  const groups = groupsOf(sheets, layout, wanted !== null)
  if (groups.length === 0) return refuse({ reason: 'nothing-to-print' })
  if (groups.length > print.mostPrintPages) return refuse({ reason: 'too-many-pages', most: print.mostPrintPages })
  const bytes = await drawSheets({
    groups,
    layout,
    words,
    withPatients,
    practiceName: ctx.organization.name,
    siteName: site.name,
    timeZone: site.timeZone,
    printedBy: ctx.actor.name,
    printedAt: ctx.now.epochMilliseconds,
  })
  return ok({ media: 'application/pdf', filename: `schedule-${from}.pdf`, bytes })
}

/** A Saturday or Sunday on which nobody works and nothing is booked leaves its room to the others. */
function withoutIdleWeekend(days: Sheet[]): Sheet[] {
  const kept = days.filter(
    ({ date, open, entries }) => open.length > 0 || entries.length > 0 || Temporal.PlainDate.from(date).dayOfWeek < 6,
  )
  return kept.length === 0 ? days : kept
}

/** What belongs on a page (or begins one): a resource's day, or its week. Whoever has nothing is left out unless named. */
function groupsOf(sheets: readonly Sheet[], layout: 'day' | 'week', isNamed: boolean): Sheet[][] {
  const byResource = [...Map.groupBy(sheets, ({ resourceId }) => resourceId).values()]
  const groups =
    layout === 'week' ? byResource.map(withoutIdleWeekend) : byResource.flatMap((days) => days.map((sheet) => [sheet]))
  return groups.filter((group) => isNamed || group.some(({ entries }) => entries.length > 0))
}
