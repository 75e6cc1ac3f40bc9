import { insertRows } from '../store.ts'
import type { Work } from '../work.ts'
import { selectSites } from './store.ts'

export interface HomeSite {
  readonly id: string
  /** IANA name. */
  readonly timeZone: string
}

const DEFAULT_ZONE = 'America/Chicago'

/** The site to which belongs what names no other: the first in use, else the first, else one that is made. */
export async function homeSite(work: Work): Promise<HomeSite> {
  const [first] = await selectSites(work.db)
  if (first) return { id: first.id, timeZone: first.time_zone }
  const id = work.newId()
  const site = { id, name: 'Main site', time_zone: DEFAULT_ZONE, phone: null, address: null, active: true }
  await insertRows(work.db, 'site', [site])
  return { id, timeZone: DEFAULT_ZONE }
}

export async function homeZone(work: Work): Promise<string> {
  const [first] = await selectSites(work.db)
  return first?.time_zone ?? DEFAULT_ZONE
}
