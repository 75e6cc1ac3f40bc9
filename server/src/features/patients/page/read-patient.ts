import type { patients, Reply } from '@foyer/contract'
import { levelOf, type MissingField, type StandingLevel } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { TextBook } from '../consent-facts/text-book.ts'
import { rightsOn } from '../policy.ts'
import { withoutShutHolders } from '../coverage/shut-holder.ts'
import { openRegistrations } from '../registration/open.ts'
import { privacyOf } from '../restricted/policy.ts'
import { checkOpen, mayOpen, viewerOf } from '../restricted/gate.ts'
import { selectOpenUntil } from '../restricted/store.ts'
import { readStandings } from '../standing/read-standings.ts'
import { presentPage } from './present.ts'
import { type SetUp, type SetUpBook, setUpFor } from './set-up.ts'
import { type PageRow, selectMerges, selectPage } from './store.ts'

/** The page of who was asked for; a record that was merged leads to the one that speaks for it. */
async function findPage(ctx: Ctx, patientId: string): Promise<PageRow | undefined> {
  const now = ctx.now.toString()
  const row = await selectPage(ctx.db, patientId, now)
  if (!row || row.merged_into === null) return row
  ctx.touch(row.merged_into)
  // The gate before every handler knew only the record that was named.
  await checkOpen(ctx, ctx.db, row.merged_into)
  return selectPage(ctx.db, row.merged_into, now)
}

/** Others of the household are named on the page: those whose records the caller may open. */
async function sharersOf(ctx: Ctx, { sharers }: PageRow): Promise<PageRow['sharers']> {
  if (!sharers.some(({ restricted }) => restricted)) return sharers
  const open = await mayOpen(
    ctx,
    ctx.db,
    sharers.map(({ id }) => id),
  )
  return sharers.filter(({ id }) => open.has(id))
}

/** What those who stand beside the person may at most; most people have nobody written down. */
async function levelsOf(ctx: Ctx, { id, related }: PageRow): Promise<ReadonlyMap<string, StandingLevel>> {
  if (related.length === 0) return new Map()
  const standing = (await readStandings(ctx.db, [id], ctx.now.toString())).get(id)
  return new Map(standing?.relatives.map((one) => [one.row.id, levelOf(one.standing)]))
}

/** What the registration lacks for the next visit; without one, for any. */
async function missingOf(ctx: Ctx, { registrationRules }: SetUp, row: PageRow): Promise<readonly MissingField[]> {
  const visitTypeId = row.upcoming[0]?.visit_type_id ?? null
  const one = { patientId: row.id, registration: row.registration, visitTypeId }
  return (await openRegistrations(ctx.db, registrationRules, [one]))(one)
}

/** What each process knows by heart. */
export interface Books {
  readonly setUp: SetUpBook
  readonly texts: TextBook
}

export async function readPatient(
  ctx: Ctx,
  books: Books,
  patientId: string,
): Promise<Reply<typeof patients.readPatient>> {
  ctx.touch(patientId)
  const row = await findPage(ctx, patientId)
  if (!row) throw new Problem('not-found')
  const openUntil = row.restriction === null ? null : await selectOpenUntil(ctx.db, row.id, viewerOf(ctx))
  const sharers = await sharersOf(ctx, row)
  if (sharers.length > 0) ctx.touch(sharers.map(({ id }) => id))
  const setUp = await setUpFor(books.setUp, ctx.organization, row)
  const texts = await books.texts.read(ctx.organization)
  const missing = await missingOf(ctx, setUp, row)
  const merges = row.has_merges ? await selectMerges(ctx.db, row.id) : []
  const levels = await levelsOf(ctx, row)
  const page = presentPage(row, { now: ctx.now, sharers, merges, levels, missing, setUp, texts })
  return {
    ...page,
    coverages: await withoutShutHolders(ctx, ctx.db, page.coverages),
    can: rightsOn(ctx.actor, row),
    privacy: privacyOf(ctx.actor, row.restriction, openUntil),
  }
}
