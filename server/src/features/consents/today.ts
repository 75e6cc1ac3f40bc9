import { dateAt } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { PracticeBook } from '../practice/index.ts'

/** Of the practice as a whole: the zone of its first site. */
export async function zoneOf(ctx: Ctx, practices: PracticeBook): Promise<string> {
  const { sites } = await practices.read(ctx.organization)
  const [first] = [...sites.values()].filter((site) => site.active).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return first?.timeZone ?? 'UTC'
}

/** Civil date at the practice. */
export async function todayAt(ctx: Ctx, practices: PracticeBook): Promise<string> {
  return dateAt(ctx.now, await zoneOf(ctx, practices))
}
