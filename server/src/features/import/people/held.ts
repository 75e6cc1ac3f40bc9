import { feedSays, type FeedOutcome } from '@foyer/patients'
import { selectHeldFields } from '../../patients/index.ts'
import type { Pending, Work } from '../work.ts'

/** A column of a row, its name in the history and in the words for whoever imports. */
export type Columns = Readonly<Record<string, { readonly history: string; readonly word: string }>>

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly patient_id: string }

export interface Known {
  readonly row: Row
  readonly said: Readonly<Record<string, unknown>>
}

/** What an import may write of rows that it brought before: what somebody here changed since stays as it is. */
export async function openHeld(work: Work, rows: Iterable<Row>, columns: Columns) {
  const held = await selectHeldFields(
    work.db,
    [...rows].map(({ patient_id }) => patient_id),
  )
  const fields = new Set(held.map(({ patient_id, field }) => `${patient_id} ${field}`))
  return (pending: Pick<Pending, 'written'>, { row, said }: Known): FeedOutcome =>
    feedSays(row, said, pending.written, (column) => fields.has(`${row.patient_id} ${columns[column]?.history ?? ''}`))
}

/** For whoever imports; it quotes nothing of a person. */
export function leftWords(left: readonly string[], columns: Columns): string | null {
  const words = left.flatMap((column) => columns[column]?.word ?? [])
  return words.length === 0 ? null : `left as it was changed here: ${words.join(', ')}`
}
