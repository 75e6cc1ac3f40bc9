import type { Db } from '../../../platform/database/organization-db.ts'
import { type ConsentTextRow, selectConsentTexts } from './store.ts'

/** The consent texts as the rules read them, as each process knows them: they are the same for everybody. */
export interface TextBook {
  read(organization: { readonly slug: string; readonly db: Db }): Promise<readonly ConsentTextRow[]>
  /** A text was written or ended in an organization or, for null, somewhere. */
  forget(slug: string | null): void
}

export function openTextBook(): TextBook {
  const known = new Map<string, Promise<readonly ConsentTextRow[]>>()
  return {
    read: ({ slug, db }) => {
      const before = known.get(slug)
      if (before) return before
      // The promise itself is kept: what was forgotten while it loads is not kept by it.
      const loading = selectConsentTexts(db)
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
