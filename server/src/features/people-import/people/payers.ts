import { type FilePerson, foldName } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { insertPayer, selectPayerNames } from './store.ts'

export interface Payers {
  /** The payer of the person's coverage; null without one. Case, accents and punctuation do not matter. */
  of(person: FilePerson): { readonly id: string; readonly name: string } | null
  readonly made: readonly string[]
}

/** Payers of these people, made where the practice has none of that name. */
export async function openPayers(db: Db, people: readonly FilePerson[], newId: () => string): Promise<Payers> {
  const names = people.flatMap(({ coverage }) => (coverage ? [coverage.payerName] : []))
  if (names.length === 0) return { of: () => null, made: [] }
  const known = new Map((await selectPayerNames(db)).map((payer) => [foldName(payer.name), payer]))
  const made: string[] = []
  // In one order, so that two processes never wait for one another.
  for (const name of [...new Set(names)].toSorted()) {
    if (known.has(foldName(name))) continue
    const { id, isNew } = await insertPayer(db, newId(), name)
    known.set(foldName(name), { id, name })
    if (isNew) made.push(id)
  }
  return { of: ({ coverage }) => (coverage ? (known.get(foldName(coverage.payerName)) ?? null) : null), made }
}
