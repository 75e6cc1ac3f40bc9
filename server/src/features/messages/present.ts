import type { messages, Reply } from '@foyer/contract'
import type { MessageLine } from './store.ts'

type Line = Reply<typeof messages.listMessages>['messages'][number]

/** @param isShut about somebody whose record the reader may not open */
export function presentLine(row: MessageLine, isShut: boolean): Line {
  return {
    id: row.id,
    patientId: row.patient_id,
    restricted: isShut,
    patientName: isShut ? '' : `${row.given} ${row.family}`,
    to: isShut ? '' : row.to_address,
    reader: isShut ? null : row.reader,
    subject: isShut ? '' : row.subject,
    language: isShut ? 'en' : row.language,
    state: row.told_at === null ? row.state : 'told',
    createdAt: row.created_at,
    sentAt: row.sent_at,
    toldAt: row.told_at,
    problem: isShut ? null : row.problem,
  }
}
