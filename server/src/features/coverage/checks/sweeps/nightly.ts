import { addDays, dateAt, Temporal } from '@foyer/kernel'
import { noteIn } from '../../../../platform/audit/audit-log.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { insertChecks } from '../asking/store.ts'
import { bySystem } from '../by-system.ts'
import { sweepChanged } from '../events.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import { practiceZone } from '../store.ts'
import { planSweep } from './plan-sweep.ts'
import { findOpenSweep, insertSweep, letGoOfHeldUp, wasSweptSince } from './store.ts'

const EVERY_MS = 30 * 60_000
const NIGHT = { from: 1, until: 5 }
const DAYS_AHEAD = 3

/** Once a night, in the small hours of the practice: asks about the visits of the next three days. Says whether it did. */
export async function sweepAtNight(db: Db, now: Temporal.Instant, zone: string, newId: () => string): Promise<boolean> {
  const local = now.toZonedDateTimeISO(zone)
  if (local.hour < NIGHT.from || local.hour >= NIGHT.until) return false
  const midnight = local.startOfDay().toInstant().toString()
  const today = dateAt(now, zone)
  return inTransaction(db, async (tx) => {
    if (await wasSweptSince(tx, midnight)) return false
    const [id, at] = [newId(), now.toString()]
    await letGoOfHeldUp(tx, at)
    if ((await findOpenSweep(tx)) !== null) return false
    const to = addDays(today, DAYS_AHEAD)
    const asked = { id, at, by: null, from: today, to, siteId: null, payerId: null, again: false, zone, newId }
    const { visits, checks } = await planSweep(tx, asked)
    const sweep = { id, begun_at: at, begun_by: null, from_date: today, to_date: to, visits }
    if (!(await insertSweep(tx, sweep))) return false
    await insertChecks(tx, checks)
    await tellIn(tx, at, sweepChanged(id))
    const patients = [...new Set(checks.map((check) => check.patient_id))]
    await noteIn(tx, [bySystem(at, 'eligibility.sweep', { subjectId: id, patients })])
    return true
  })
}

/** Looks at the clock twice an hour, for every organization. */
export function startNightlySweeps(options: {
  organizations: () => readonly { slug: string; db: Db }[]
  now: () => Temporal.Instant
  newId: () => string
  onAsked: (organization: string) => void
  onFault: (error: unknown, organization: string) => void
}): { stop(): Promise<void> } {
  let running = Promise.resolve()
  async function sweepAll(): Promise<void> {
    for (const { slug, db } of options.organizations()) {
      try {
        if (await sweepAtNight(db, options.now(), await practiceZone(db), options.newId)) options.onAsked(slug)
      } catch (error) {
        options.onFault(error, slug)
      }
    }
  }
  const timer = setInterval(() => {
    running = sweepAll()
  }, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
