import type { OrganizationDraft } from '@foyer/fhir'
import { foldName } from '@foyer/patients'
import { type Applied, skipped, written } from '../outcome.ts'
import { insertRows } from '../store.ts'
import type { Pending, Work } from '../work.ts'
import { selectPayers } from './store.ts'

export interface Payers {
  /** The payer of that name, made when there is none. Case, accents and punctuation do not matter. */
  idOf(name: string): Promise<string>
  /** Null for one that is not here. */
  nameOf(id: string): string | null
}

export async function openPayers(work: Work): Promise<Payers> {
  const all = await selectPayers(work.db)
  const known = new Map(all.map((payer) => [foldName(payer.name), payer.id]))
  const names = new Map(all.map((payer) => [payer.id, payer.name]))
  return {
    idOf: async (name) => {
      const before = known.get(foldName(name))
      if (before !== undefined) return before
      const id = work.newId()
      await insertRows(work.db, 'payer', [{ id, name: name.trim(), payer_id: null }])
      known.set(foldName(name), id)
      names.set(id, name.trim())
      return id
    },
    nameOf: (id) => names.get(id) ?? null,
  }
}

/** Only who pays becomes a record; other organizations lend their names to what happened there. */
export async function applyOrganizations(work: Work, batch: readonly Pending<OrganizationDraft>[]): Promise<Applied[]> {
  const payers = await openPayers(work)
  const answers: Applied[] = []
  for (const { draft } of batch) {
    if (draft.side !== 'payer') answers.push(skipped('not a payer; its name is kept with the visits there'))
    else answers.push(written(await payers.idOf(draft.name)))
  }
  return answers
}
