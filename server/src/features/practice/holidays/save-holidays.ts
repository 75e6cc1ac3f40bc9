import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import type { Holiday } from '../practice.ts'
import { siteExists } from '../store.ts'
import { countBookedOn, deleteHoliday, saveHoliday, selectHoliday, selectHolidays } from './store.ts'

type Fields = Body<typeof practice.addHolidays>['holidays'][number]
type Known = Refusal<typeof practice.addHolidays>

/** A date is closed once: not twice for one site, nor for a site that the whole practice closes with. */
async function knownDate(db: Db, wanted: readonly Holiday[]): Promise<string | null> {
  const ids = new Set(wanted.map(({ id }) => id))
  const seen = (await selectHolidays(db)).filter(({ id }) => !ids.has(id))
  for (const one of wanted) {
    const isKnown = seen.some(({ date, siteId }) => date === one.date && (siteId === one.siteId || siteId === null))
    if (isKnown) return one.date
    seen.push(one)
  }
  return null
}

async function save(ctx: Ctx, db: Db, wanted: readonly Holiday[]): Promise<Result<null, Known>> {
  for (const siteId of new Set(wanted.flatMap((one) => one.siteId ?? [])))
    if (!(await siteExists(db, siteId))) throw new Problem('not-found')
  const date = await knownDate(db, wanted)
  if (date !== null) return refuse({ reason: 'holiday-known', date })
  for (const one of wanted) {
    await saveHoliday(db, one)
    await ctx.tell(db, practiceChanged(one.id, one.siteId === null ? {} : { siteId: one.siteId }))
  }
  return ok(null)
}

/** What is booked stays; whoever closes the day is told that it is there. */
async function withBooked(db: Db, holiday: Holiday): Promise<Reply<typeof practice.changeHoliday>> {
  return { ...holiday, booked: await countBookedOn(db, holiday) }
}

export async function addHolidays(
  ctx: Ctx,
  practices: PracticeBook,
  wishes: readonly Fields[],
): Promise<Result<Reply<typeof practice.addHolidays>, Known>> {
  const holidays = wishes.map((wish) => ({ id: ctx.newId(), ...wish }))
  ctx.touch([], holidays[0]?.id)
  const saved = await ctx.tx(async (db) => {
    const done = await save(ctx, db, holidays)
    if (!done.ok) return done
    const kept = await Promise.all(holidays.map((one) => withBooked(db, one)))
    return ok({ holidays: kept })
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export async function changeHoliday(
  ctx: Ctx,
  practices: PracticeBook,
  id: string,
  change: Body<typeof practice.changeHoliday>,
): Promise<Result<Reply<typeof practice.changeHoliday>, Known>> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db) => {
    const before = await selectHoliday(db, id)
    if (!before) throw new Problem('not-found')
    const holiday = { ...before, ...change }
    const done = await save(ctx, db, [holiday])
    return done.ok ? ok(await withBooked(db, holiday)) : done
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export async function removeHoliday(
  ctx: Ctx,
  practices: PracticeBook,
  id: string,
): Promise<Result<Record<string, never>, never>> {
  ctx.touch([], id)
  const removed = await ctx.tx(async (db): Promise<Result<Record<string, never>, never>> => {
    const holiday = await selectHoliday(db, id)
    if (!holiday) throw new Problem('not-found')
    await deleteHoliday(db, id)
    await ctx.tell(db, practiceChanged(id))
    return ok({})
  })
  practices.forget(ctx.organization.slug)
  return removed
}
