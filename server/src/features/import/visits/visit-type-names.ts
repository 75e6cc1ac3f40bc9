import { foldName } from '@foyer/patients'
import { insertRows } from '../store.ts'
import type { Work } from '../work.ts'
import { selectVisitTypes } from './store.ts'

export interface VisitTypeNames {
  /** The visit type of that name in either language, else the one for visits from elsewhere, made when it is missing. */
  idOf(name: string | undefined): Promise<string>
}

const IMPORTED = { name: 'Imported visit', name_es: 'Visita importada' }

export async function openVisitTypeNames(work: Work): Promise<VisitTypeNames> {
  const known = new Map<string, string>()
  for (const type of await selectVisitTypes(work.db))
    for (const name of [type.name_es, type.name]) known.set(foldName(name), type.id)
  return {
    idOf: async (name) => {
      const named = known.get(foldName(name ?? '')) ?? known.get(foldName(IMPORTED.name))
      if (named !== undefined) return named
      const id = work.newId()
      // Not in use: it carries what was booked elsewhere and is never offered.
      const row = { ...IMPORTED, id, duration_minutes: 30, tone: 'quiet', active: false, roles: [] }
      await insertRows(work.db, 'visit_type', [
        { ...row, buffer_after_minutes: 0, for_new_patients: false, telehealth: false },
      ])
      known.set(foldName(IMPORTED.name), id)
      return id
    },
  }
}
