import type { Reply, selfBooking } from '@foyer/contract'
import type { Organization } from '../../platform/organizations.ts'
import type { Practice, Site } from '../practice/index.ts'
import type { SelfVisit } from '../scheduling/index.ts'
import type { Keys } from './keys.ts'
import { CHANGE_HOURS, isSelfBookable, placesOf } from './policy.ts'
import type { Temporal } from '@foyer/kernel'

type Offer = Reply<typeof selfBooking.readOffer>
type MyVisit = Reply<typeof selfBooking.readMyVisit>

function placeReply(keys: Keys, site: Site): Offer['places'][number] {
  const { name, timeZone, phone, address } = site
  return { key: keys.keyOf(site.id), name, timeZone, phone, address: address && { ...address } }
}

function phoneOf(practice: Practice): string | null {
  return [...practice.sites.values()].find(({ active, phone }) => active && phone !== null)?.phone ?? null
}

export function offerReply(organization: Organization, practice: Practice, keys: Keys, sendsCodes: boolean): Offer {
  const visitTypes = [...practice.visitTypes.values()].filter(isSelfBookable).flatMap((one) => {
    const placeKeys = placesOf(practice, one.id).map((id) => keys.keyOf(id))
    if (placeKeys.length === 0) return []
    const { name, nameEs, durationMinutes, prep, prepEs, telehealth: byVideo, rules } = one
    const shown = { key: keys.keyOf(one.id), name, nameEs, durationMinutes, prep, prepEs, byVideo, placeKeys }
    return [{ ...shown, needsApproval: rules.selfBooking === 'approval', forNew: rules.selfBookingForNew === true }]
  })
  const used = new Set(visitTypes.flatMap(({ placeKeys }) => placeKeys))
  return {
    practice: organization.name,
    phone: phoneOf(practice),
    sendsCodes,
    changeHours: CHANGE_HOURS,
    places: [...practice.sites.values()].map((site) => placeReply(keys, site)).filter(({ key }) => used.has(key)),
    visitTypes,
  }
}

function stateOf({ status, approval, starts_at: start }: SelfVisit, now: Temporal.Instant): MyVisit['state'] {
  if (approval === 'declined') return 'declined'
  if (status === 'cancelled' || status === 'no-show') return 'cancelled'
  if (status !== 'booked' || Date.parse(start) <= now.epochMilliseconds) return 'over'
  return approval === 'pending' ? 'pending' : 'booked'
}

export function myVisitReply(
  organization: Organization,
  practice: Practice,
  keys: Keys,
  { visit, site, isInterpreted }: { readonly visit: SelfVisit; readonly site: Site; readonly isInterpreted: boolean },
  now: Temporal.Instant,
): MyVisit {
  const state = stateOf(visit, now)
  const until = Date.parse(visit.starts_at) - CHANGE_HOURS * 3_600_000
  return {
    practice: organization.name,
    phone: site.phone ?? phoneOf(practice),
    state,
    start: visit.starts_at,
    end: visit.ends_at,
    place: placeReply(keys, site),
    isInterpreted,
    changeUntil: new Date(until).toISOString(),
    canChange: (state === 'booked' || state === 'pending') && now.epochMilliseconds < until,
  }
}
