import type { messages, Reply } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { reachByHand } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { addressLine, mayOpen, presentLine, readReach } from '../../patients/index.ts'
import { readersFor } from '../addressing.ts'
import { selectServices } from '../store.ts'
import { selectUntold } from './store.ts'

/** What is older is nobody's task any more. */
const DAYS = 30

/** What the desk must tell because no message could: whom, why, how they asked to be reached, by what number or address. */
export async function listUntold(ctx: Ctx): Promise<Reply<typeof messages.listUntold>> {
  const now = ctx.now.toString()
  const since = ctx.now.subtract(Temporal.Duration.from({ hours: DAYS * 24 })).toString()
  const rows = await selectUntold(ctx.db, { since, now })
  const ids = [...new Set(rows.map(({ id }) => id))]
  ctx.touch(ids)
  const about = rows.map(({ id, appointment_id: visit }) => ({
    patientId: id,
    appointmentIds: visit === null ? [] : [visit],
  }))
  const [open, reach, readers, services] = await Promise.all([
    mayOpen(ctx, ctx.db, ids),
    readReach(ctx.db, ids, now),
    // By the wishes and addresses of today: they may have changed since.
    readersFor(ctx.db, about, now),
    selectServices(
      ctx.db,
      about.flatMap(({ appointmentIds }) => appointmentIds),
    ),
  ])
  return {
    untold: rows.map((row, at) => {
      const head = { messageId: row.message_id, since: row.created_at }
      const when = { start: row.starts_at, timeZone: row.time_zone }
      const nothing = { patient: null, reason: null, subject: '', language: 'en', call: null, letter: null, notes: [] }
      if (!open.has(row.id)) return { ...head, ...when, ...nothing }
      const reader = readers[at]
      const reason = reader?.to === null ? reader.reason : 'not-sent'
      const isKept = row.appointment_id !== null && services.has(row.appointment_id)
      const { wish, contacts, notes } = reach.get(row.id) ?? { wish: null, contacts: [], notes: [] }
      return {
        ...head,
        ...when,
        patient: presentLine(row),
        reason,
        subject: row.subject,
        language: row.written_in,
        ...reachByHand(wish, contacts, addressLine(row.address), isKept ? 'confidential' : reason),
        notes: [...notes],
      }
    }),
  }
}
