import { scheduling } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import type { KnownBeside } from '@foyer/scheduling'
import { useMemo } from 'react'
import { useAsk } from '../../../app/ask.ts'
import type { Carried } from './carry.ts'
import type { Rules } from './use-rules.ts'

const nothing = { appointmentId: '', date: '' } as const

/** Of the visit in the hand what the days on the screen do not say, on the date where it is now; asked once a date. */
export function useBeside(carried: Carried | null, { practice }: Rules): readonly KnownBeside[] {
  const visit = carried?.load.kind === 'visit' ? carried.load.visit : undefined
  const zone = visit && practice.zones.get(visit.siteId)
  const asked =
    carried && visit && zone !== undefined
      ? { appointmentId: visit.id, date: dateAt(Temporal.Instant.from(carried.wanted.start), zone) }
      : nothing
  const { data } = useAsk(scheduling.readMoving, asked, { isEnabled: asked !== nothing })
  return useMemo(() => (data ? [data] : []), [data])
}
