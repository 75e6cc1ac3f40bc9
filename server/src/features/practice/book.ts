import type { Db } from '../../platform/database/organization-db.ts'
import type { Practice } from './practice.ts'
import { loadPractice } from './load-practice.ts'

/** The practices this process knows, each read once and kept until it is said to have changed. */
export interface PracticeBook {
  read(organization: { readonly slug: string; readonly db: Db }): Promise<Practice>
  /** Drops what is remembered of an organization, or of all: it will be read again. */
  forget(slug: string | null): void
}

export function openPracticeBook(): PracticeBook {
  const known = new Map<string, Promise<Practice>>()

  return {
    read: ({ slug, db }) => {
      const before = known.get(slug)
      if (before) return before
      // The promise itself is kept: many may ask at once, and what was forgotten while it loads is not kept by it.
      const loading = loadPractice(db)
      known.set(slug, loading)
      loading.catch(() => {
        if (known.get(slug) === loading) known.delete(slug)
      })
      return loading
    },
    forget: (slug) => {
      if (slug === null) known.clear()
      else known.delete(slug)
    },
  }
}
