import type { Db } from '../../../platform/database/organization-db.ts'
import { selectUnplainIds } from './store.ts'

/** An organization as far as the book needs it; `now` in milliseconds since 1970, UTC. */
export interface Asked {
  readonly slug: string
  readonly db: Db
  readonly now: number
}

/**
 * The ids of records that are restricted or lead to another, as each process knows them: nearly every request names a
 * patient, and nearly none of these. What is not in it is plain; of what is, the database is asked.
 */
export interface UnplainBook {
  arePlain(organization: Asked, patientIds: readonly string[]): Promise<boolean>
  /** Something became restricted, or a merge was made or taken back, in an organization or, for null, somewhere. */
  forget(slug: string | null): void
}

/**
 * Another process tells at once what it restricted. Should its notice be lost, a page is no older than this: the longest
 * that a record just restricted elsewhere could still be opened.
 */
const OLDEST_MS = 1000

interface Page {
  readonly ids: ReadonlySet<string>
  readonly readAt: number
}

export function openUnplainBook(): UnplainBook {
  const pages = new Map<string, Promise<Page>>()
  const known = new Map<string, Page>()

  /** The promise itself is kept, and put away by `forget`: what was read before the change is not kept after it. */
  async function read({ slug, db, now }: Asked): Promise<Page> {
    const before = pages.get(slug)
    if (before) return before
    const reading = selectUnplainIds(db).then((ids) => ({ ids: new Set(ids), readAt: now }))
    pages.set(slug, reading)
    try {
      const page = await reading
      if (pages.get(slug) === reading) known.set(slug, page)
      return page
    } finally {
      if (pages.get(slug) === reading) pages.delete(slug)
    }
  }

  return {
    arePlain: async (organization, patientIds) => {
      const page = known.get(organization.slug)
      const isFresh = page !== undefined && Math.abs(organization.now - page.readAt) < OLDEST_MS
      const { ids } = isFresh ? page : await read(organization)
      return !patientIds.some((id) => ids.has(id))
    },
    forget: (slug) => {
      if (slug === null) {
        pages.clear()
        known.clear()
      } else {
        pages.delete(slug)
        known.delete(slug)
      }
    },
  }
}
