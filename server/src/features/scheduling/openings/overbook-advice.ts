import type { Reply, scheduling } from '@foyer/contract'
import { adviseOverbook, noShowWeight, type Opening } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import { sessionsBetween } from '../hours.ts'
import { msOf } from '../instants.ts'
import { selectSessionVisits } from './store.ts'

type Advice = NonNullable<Reply<typeof scheduling.findOpenings>['near'][number]['advice']>

const dayMs = 86_400_000

/**
 * Whether one more visit may be booked over the lanes of the session in which an opening lies: tentative, by how often the
 * people of that session missed visits before. Only the sum leaves: nobody is named, nobody's history is shown.
 */
export async function overbookAdvice(
  db: Db,
  practice: Practice,
  { start, assignments }: Opening,
  now: number,
): Promise<Advice | null> {
  const lead = assignments.find(({ role }) => role === 'clinician') ?? assignments[0]
  const resource = lead && practice.resources.get(lead.resourceId)
  if (!resource) return null
  const session = sessionsBetween(practice, resource.id, start - dayMs, start + dayMs).find(
    (each) => each.start <= start && start < each.end,
  )
  if (!session) return null
  const visits = await selectSessionVisits(db, resource.id, session, now)
  const weights = visits.map(
    ({ kept, missed, booked_at, starts_at }) =>
      noShowWeight({ kept, missed, leadDays: (msOf(starts_at) - msOf(booked_at)) / dayMs }).weight,
  )
  const lanes = session.lanes ?? resource.lanes
  const overbooked = visits.filter(({ lane }) => lane >= lanes).length
  const { advise, expectedMissed } = adviseOverbook({ weights, overbook: session.overbook ?? 0, overbooked })
  return { advise, expectedMissed: Math.round(expectedMissed * 10) / 10 }
}
