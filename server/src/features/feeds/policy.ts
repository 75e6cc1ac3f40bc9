import { type Role, roleMay } from '@foyer/contract'
import type { Actor } from '../../platform/auth/sessions.ts'
import type { FeedRow } from './store.ts'

/** Most feeds of one person that answer at the same time. */
export const MOST_FEEDS = 20

type Who = Pick<Actor, 'staffId' | 'role'>

/** Names of patients leave the house with a feed, and a feed of the practice outlives its maker: a manager answers for both. */
export function mayDecide(actor: Who): boolean {
  return roleMay(actor.role, 'practice.change')
}

export function isMine(actor: Who, feed: Pick<FeedRow, 'staff_id'>): boolean {
  return feed.staff_id === actor.staffId
}

/** Others' feeds are nobody's business but a manager's. */
export function maySee(actor: Who, feed: Pick<FeedRow, 'staff_id'>): boolean {
  return isMine(actor, feed) || mayDecide(actor)
}

/** A feed answers for as long as its owner may look at the calendar, and one of the practice until it is ended. */
export function answers(feed: {
  readonly ended_at: string | null
  readonly staff_id: string | null
  readonly owner_active: boolean | null
  readonly owner_role: string | null
}): boolean {
  if (feed.ended_at !== null) return false
  if (feed.staff_id === null) return true
  // The column holds nothing else.
  return feed.owner_active === true && roleMay(feed.owner_role as Role, 'schedule.read')
}
