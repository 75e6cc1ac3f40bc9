import { createHash } from 'node:crypto'
import { dateAt } from '@foyer/kernel'
import { calendarFile } from '@foyer/scheduling'
import { tokenHash } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Connection, Media } from '../../platform/http/route.ts'
import type { Organization, Organizations } from '../../platform/organizations.ts'
import type { PracticeBook } from '../practice/index.ts'
import { pausesOf } from './breaks.ts'
import { type FeedFacts, otherEvents, pauseEvents, visitEvents } from './feed-events.ts'
import { feedLanguage } from './feed-words.ts'
import { answers } from './policy.ts'
import { selectByToken, selectCancelled, selectCompany, selectOthers, selectVisits, updateRead } from './store.ts'

export interface ReadFeedDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

const DAYS_BACK = 30
const DAYS_AHEAD = 180
/** A cancelled visit is told of for so long: every calendar has looked by then. */
const DAYS_CANCELLED = 28
const REFRESH_MINUTES = 15

/** A wrong address, an ended one and one whose owner left are answered alike: there is nothing here. */
export async function readFeed(deps: ReadFeedDeps, file: string, connection: Connection): Promise<Media> {
  const [, slug = '', token = ''] = /^([a-z0-9-]+)\.([A-Za-z0-9_-]{43})\.ics$/.exec(file) ?? []
  const organization = deps.organizations.find(slug)
  const feed = organization && (await selectByToken(organization.db, tokenHash(token)))
  if (!organization || !feed) throw new Problem('not-found')
  const practice = await deps.practices.read(organization)
  const resource = practice.resources.get(feed.resource_id)
  if (!resource || !answers(feed)) {
    await audit(deps, organization, feed, 'problem:not-found', [])
    throw new Problem('not-found')
  }
  const now = deps.clock.now()
  const [from, to, cancelledSince] = [-DAYS_BACK, DAYS_AHEAD, -DAYS_CANCELLED].map((days) =>
    now.add({ hours: days * 24 }),
  ) as [typeof now, typeof now, typeof now]
  const range = { from: from.toString(), to: to.toString() }
  const { db } = organization
  const [taken, cancelled, others] = await Promise.all([
    selectVisits(db, resource.id, range),
    selectCancelled(db, resource.id, range, cancelledSince.toString()),
    selectOthers(db, resource.id, range),
  ])
  const visits = [...taken, ...cancelled]
  const ids = [...new Set(visits.map(({ id }) => id))]
  const company = ids.length === 0 ? [] : await selectCompany(db, ids, resource.id)
  const facts: FeedFacts = {
    practice,
    resource,
    withPatients: feed.with_patients,
    language: feedLanguage(feed.language),
    createdAt: feed.created_at,
  }
  const zone = practice.sites.get(resource.siteId)?.timeZone ?? 'UTC'
  const text = calendarFile({
    name: `${resource.name} · ${organization.name}`,
    refreshMinutes: REFRESH_MINUTES,
    events: [
      ...visitEvents(visits, company, facts),
      ...otherEvents(others, facts),
      ...pauseEvents(pausesOf(practice, resource, dateAt(from, zone), dateAt(to, zone)), facts),
    ],
  })
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const shown = feed.with_patients && !connection.has(etag) ? visits.map((visit) => visit.patient_id) : []
  await Promise.all([
    audit(deps, organization, feed, 'ok', [...new Set(shown)]),
    updateRead(db, feed.id, now.toString()),
  ])
  return { media: 'text/calendar; charset=utf-8', filename: 'calendar.ics', bytes: Buffer.from(text), etag }
}

/** Who reads is not known, only through which feed; which patients were named is. */
async function audit(
  { clock }: ReadFeedDeps,
  organization: Organization,
  feed: { readonly id: string; readonly name: string },
  outcome: string,
  patientIds: readonly string[],
): Promise<void> {
  await organization.auditLog.write({
    at: clock.now().toString(),
    actor_id: null,
    actor_name: feed.name,
    actor_role: 'feed',
    action: 'feed.read',
    outcome,
    patient_id: null,
    patient_ids: patientIds,
    subject_id: feed.id,
    reason: null,
    request_id: clock.id(),
  })
}
