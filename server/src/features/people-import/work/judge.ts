import type { FileFault, FilePerson, ReadRow } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type Asker, findLike, type Like } from '../../patients/index.ts'
import { asMatch } from './as-match.ts'
import type { FileIndex, LikeInFile } from './file-index.ts'

export interface PendingRow {
  readonly line: number
  readonly read: ReadRow
}

/** What is to become of a row. */
export type Judged =
  | { readonly line: number; readonly is: 'bad'; readonly fault: FileFault }
  | {
      readonly line: number
      readonly is: 'created' | 'matched' | 'asked'
      readonly person: FilePerson
      readonly notes: readonly FileFault[]
      /** The record that it is, or the likeliest of those that it may be. */
      readonly other: Like | null
      readonly inFile: LikeInFile | null
      /** All that it may be: pairs for the worklist, also with those of whom nothing is told. */
      readonly alike: readonly Like[]
    }

/**
 * Judges rows against the practice and against earlier rows of the file. One record that is the same for sure is that
 * person; two of them, or one that may be, is for somebody to decide. Restricted records that whoever imports may not
 * open are as good as not there: nothing in the answer tells of them.
 */
export async function judge(
  asker: Asker,
  db: Db,
  rows: readonly PendingRow[],
  { system, index }: { readonly system: string; readonly index: FileIndex },
): Promise<readonly Judged[]> {
  const people = rows.flatMap(({ read }) => ('person' in read ? [asMatch(read.person)] : []))
  const likes = await findLike(asker, db, people, system)
  let at = 0
  return rows.map(({ line, read }): Judged => {
    if ('faults' in read) {
      const [fault = { code: 'row-unreadable', column: null }] = read.faults
      return { line, is: 'bad', fault }
    }
    const [person, alike] = [people[at], likes[at] ?? []]
    at += 1
    const inFile = person ? index.find(person) : null
    if (person) index.add(line, person)
    const open = alike.filter(({ isShut }) => !isShut)
    const same = open.filter(({ verdict }) => verdict === 'same')
    const of = { line, person: read.person, notes: read.notes, inFile, alike }
    const [only] = same
    if (only && same.length === 1) return { ...of, is: 'matched', other: only }
    const [likeliest] = open
    if (likeliest) return { ...of, is: 'asked', other: likeliest }
    return { ...of, is: inFile === null ? 'created' : inFile.verdict === 'same' ? 'matched' : 'asked', other: null }
  })
}
