import { Temporal } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { msOf } from '../instants.ts'
import type { Place } from '../place.ts'
import { type OpeningReply, openingReply } from '../present.ts'
import { dayAround } from '../site-days.ts'
import { searchOpenings } from './search-openings.ts'

const nextDays = 13
const howMany = 3

/** Somebody was faster: the next best three for the same visit at the same site, from the day that was wished for on. */
export async function nextOpenings(
  ctx: Ctx,
  practice: Practice,
  { rule, siteId, zone, start }: Place & { readonly start: string },
  patientId: string | null,
  availability: AvailabilityBook,
): Promise<OpeningReply[]> {
  const from = dayAround(msOf(start), zone).date
  const to = Temporal.PlainDate.from(from).add({ days: nextDays }).toString()
  const wish = { rule, siteId, zone, from, to, patientId, clinicianIds: [], limit: howMany, variety: true }
  const { openings } = await searchOpenings(ctx, practice, wish, availability)
  return openings.map(openingReply)
}
