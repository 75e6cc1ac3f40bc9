import type { measures, Reply } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { datesBetween } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Practice } from '../practice/index.ts'
import { readDays, sessionsOf } from '../scheduling/index.ts'
import { percentOf } from './spread.ts'
import { type Scope, selectSessionUse, type SessionSpan } from './store.ts'

type Measures = Reply<typeof measures.readMeasures>
interface Minutes {
  readonly openMinutes: number
  readonly bookedMinutes: number
  readonly blockedMinutes: number
}

/** So many days are read at once. */
const CHUNK_DAYS = 42

/** The clinicians in question: those of the sites, or the one. */
function clinicians(practice: Practice, { siteIds, clinicianId }: Scope): readonly { id: string; siteId: string }[] {
  return [...practice.resources.values()].filter(
    ({ id, kind, siteId, active }) =>
      kind === 'practitioner' && active && siteIds.includes(siteId) && (clinicianId === null || clinicianId === id),
  )
}

function sum(list: readonly Minutes[]): Minutes & { readonly percent: number | null } {
  const add = (field: keyof Minutes): number => list.reduce((total, one) => total + one[field], 0)
  const minutes = {
    openMinutes: add('openMinutes'),
    bookedMinutes: add('bookedMinutes'),
    blockedMinutes: add('blockedMinutes'),
  }
  return {
    ...minutes,
    percent: percentOf(minutes.bookedMinutes, minutes.openMinutes - minutes.blockedMinutes),
  }
}

/** Booked time of the hours of clinicians that are not closed for a reason. */
export async function measureFill(ctx: Ctx, practice: Practice, scope: Scope): Promise<Measures['fill']> {
  const people = clinicians(practice, scope)
  const days: (Minutes & { readonly resourceId: string; readonly week: string })[] = []
  for (const siteId of scope.siteIds) {
    const resourceIds = people.filter((one) => one.siteId === siteId).map(({ id }) => id)
    if (resourceIds.length === 0) continue
    for (const [from, to] of chunks(scope.from, scope.to)) {
      const answer = await readDays(ctx, practice, {
        siteId,
        from,
        to,
        resourceIds: resourceIds.join(','),
        detail: 'totals',
      })
      if (!answer.ok) throw new Error(`a part of the period was refused: ${answer.error.reason}`)
      for (const { date, resources } of answer.value.days)
        days.push(...resources.map((one) => ({ ...one, week: mondayOf(date) })))
    }
  }
  ctx.touch([])
  const byWeek = Map.groupBy(days, ({ week }) => week)
  const byPerson = Map.groupBy(days, ({ resourceId }) => resourceId)
  return {
    ...sum(days),
    weeks: [...byWeek].map(([from, list]) => ({ ...sum(list), from })).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    clinicians: [...byPerson].map(([resourceId, list]) => ({ ...sum(list), resourceId })),
  }
}

/** What the sessions of the template were used for; sessions that ask for the same are one. */
export async function measureSessions(ctx: Ctx, practice: Practice, scope: Scope): Promise<Measures['sessions']> {
  const kinds = new Map<
    string,
    { key: number; label: string | null; walkIn: boolean; visitTypeIds: string[]; open: number }
  >()
  const spans: SessionSpan[] = []
  for (const { id: resourceId } of clinicians(practice, scope))
    for (const date of datesBetween(scope.from, scope.to))
      for (const { kind, start, end, rules } of sessionsOf(practice, resourceId, date)) {
        if (kind === 'break') continue
        const what = {
          label: rules.label ?? null,
          walkIn: rules.walkIn ?? false,
          visitTypeIds: [...(rules.visitTypeIds ?? [])],
        }
        const name = JSON.stringify(what)
        const known = kinds.get(name) ?? { ...what, key: kinds.size, open: 0 }
        const lanes = rules.lanes ?? practice.resources.get(resourceId)?.lanes ?? 1
        known.open += Math.round((lanes * (end - start)) / 60_000)
        kinds.set(name, known)
        spans.push({ key: known.key, resourceId, start: iso(start), end: iso(end) })
      }
  const use = Map.groupBy(await selectSessionUse(ctx.db, spans), ({ key }) => key)
  return [...kinds.values()]
    .map(({ key, label, walkIn, visitTypeIds, open }) => {
      const rows = use.get(key) ?? []
      const isOwn = (id: string | null): boolean =>
        visitTypeIds.length === 0 || (id !== null && visitTypeIds.includes(id))
      const minutes = (own: boolean): number =>
        rows.filter((row) => isOwn(row.visit_type_id) === own).reduce((total, row) => total + row.minutes, 0)
      const [ownMinutes, otherMinutes] = [minutes(true), minutes(false)]
      const freeMinutes = Math.max(0, open - ownMinutes - otherMinutes)
      return { label, walkIn, visitTypeIds, openMinutes: open, ownMinutes, otherMinutes, freeMinutes }
    })
    .toSorted((a, b) => b.openMinutes - a.openMinutes)
}

function iso(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}

function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

function chunks(from: string, to: string): [string, string][] {
  const dates = datesBetween(from, to)
  const parts: [string, string][] = []
  for (let at = 0; at < dates.length; at += CHUNK_DAYS) {
    const part = dates.slice(at, at + CHUNK_DAYS)
    parts.push([part[0] ?? from, part.at(-1) ?? to])
  }
  return parts
}
