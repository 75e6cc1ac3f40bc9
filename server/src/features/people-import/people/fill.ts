import { type FilePerson, foldName } from '@foyer/patients'
import { storedSearchName } from '../../patients/index.ts'
import type { PersonRow } from './store.ts'

/** What of a record is empty and the file knows; a value that is there is never written over. Names as the contract has them. */
export interface Fill {
  /** Columns of the row, with what stands there now and what is to stand there. */
  readonly columns: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>
}

const names = ['middle', 'preferred', 'prefix', 'suffix'] as const

export function fillOf(row: PersonRow, person: FilePerson): Fill['columns'] {
  const columns: Record<string, { before: unknown; after: unknown }> = {}
  const put = (column: string, before: unknown, after: unknown) => {
    columns[column] = { before, after }
  }
  for (const name of names) {
    const after = person[name]
    // A middle name belongs to the given name that it follows.
    const fits = name !== 'middle' || foldName(row.given) === foldName(person.given)
    if ((row[name] ?? '') === '' && after !== undefined && fits) put(name, row[name], after)
  }
  if (row.sex === 'unknown' && person.sex !== undefined && person.sex !== 'unknown') put('sex', 'unknown', person.sex)
  if (row.address === null && person.address) put('address', null, person.address)
  return columns
}

/** The row's columns with some of them changed, as the statement takes them; the searched name follows the names. */
export function columnsToWrite(row: PersonRow, change: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const now = { ...row, ...change }
  const isName = Object.keys(change).some((column) => column === 'middle' || column === 'preferred')
  return {
    ...change,
    ...('address' in change && change['address'] !== null ? { address: JSON.stringify(change['address']) } : {}),
    ...(isName
      ? {
          search_name: storedSearchName({
            given: now.given,
            family: now.family,
            middle: now.middle ?? undefined,
            preferred: now.preferred ?? undefined,
          }),
        }
      : {}),
  }
}
