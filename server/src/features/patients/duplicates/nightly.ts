import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../../platform/database/organization-db.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import { siteZones } from '../store.ts'
import { sweepAsked } from './events.ts'
import { wasAskedSince } from './store.ts'

const EVERY_MS = 30 * 60_000
const NIGHT = { from: 1, until: 5 }

/** In the small hours of the practice's first zone, once a night: asks for a sweep. Answers whether it did. */
export async function askAtNight(db: Db, now: Temporal.Instant, newId: () => string): Promise<boolean> {
  const [zone = 'UTC'] = await siteZones(db)
  const { hour } = now.toZonedDateTimeISO(zone)
  if (hour < NIGHT.from || hour >= NIGHT.until) return false
  const midnight = now.toZonedDateTimeISO(zone).startOfDay().toInstant().toString()
  if (await wasAskedSince(db, midnight)) return false
  await tellIn(db, now.toString(), sweepAsked(newId()))
  return true
}

export interface Nightly {
  stop(): Promise<void>
}

/** Looks at the clock twice an hour, for every organization. */
export function startNightlySweep(options: {
  organizations: () => readonly { slug: string; db: Db }[]
  now: () => Temporal.Instant
  newId: () => string
  onAsked: (organization: string) => void
  onFault: (error: unknown, organization: string) => void
}): Nightly {
  let running = Promise.resolve()
  async function round(): Promise<void> {
    for (const { slug, db } of options.organizations()) {
      try {
        if (await askAtNight(db, options.now(), options.newId)) options.onAsked(slug)
      } catch (error) {
        options.onFault(error, slug)
      }
    }
  }
  const timer = setInterval(() => {
    running = round()
  }, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
