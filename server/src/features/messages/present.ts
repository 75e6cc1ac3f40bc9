import type { messages, Reply } from '@foyer/contract'
import type { MessageLine } from './store.ts'

type Line = Reply<typeof messages.listMessages>['messages'][number]

export function presentLine(row: MessageLine): Line {
  return {
    id: row.id,
    patientId: row.patient_id,
    patientName: `${row.given} ${row.family}`,
    to: row.to_address,
    subject: row.subject,
    language: row.language,
    state: row.state,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    problem: row.problem,
  }
}
