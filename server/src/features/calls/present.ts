import type { calls, Reply } from '@foyer/contract'
import type { ReachNote } from '@foyer/patients'
import type { PhoneUser } from '../patients/index.ts'
import type { CallRow } from './store.ts'

/** What to heed on the phone, by patient. */
type Notes = ReadonlyMap<string, readonly ReachNote[]>
type Call = Reply<typeof calls.listCalls>['calls'][number]

export function presentCall(row: CallRow, users: readonly PhoneUser[], notes: Notes): Call {
  return {
    id: row.id,
    line: row.line,
    from: row.from_number,
    state: row.state as Call['state'],
    startedAt: row.started_at,
    answeredBy: row.answered_by_name,
    candidates: users.map(({ line, via }) => ({ ...line, via, notes: [...(notes.get(line.id) ?? [])] })),
  }
}
