import type { Opening, VisitTypeRule } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { type SearchWish, searchOpenings } from '../openings/search-openings.ts'
import type { Place } from '../place.ts'

type Asked = Pick<SearchWish, 'from' | 'to' | 'patientId' | 'clinicianIds' | 'withoutIds' | 'attributes' | 'not'>

/** Every opening of one visit of several on some dates. */
export async function allOpenings(
  ctx: Ctx,
  practice: Practice,
  { rule, siteId, zone }: Pick<Place, 'zone'> & { readonly rule: VisitTypeRule; readonly siteId: string },
  wish: Asked,
  availability: AvailabilityBook,
): Promise<readonly Opening[]> {
  const { openings } = await searchOpenings(
    ctx,
    practice,
    { ...wish, rule, siteId, zone, limit: Infinity },
    availability,
  )
  return openings
}
