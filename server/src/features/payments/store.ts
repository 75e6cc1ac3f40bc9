import type { Db } from '../../platform/database/organization-db.ts'

export interface PaymentRow {
  readonly id: string
  readonly receipt_number: string
  readonly patient_id: string
  readonly appointment_id: string
  readonly amount_cents: number
  readonly method: string
  readonly tendered_cents: number | null
  readonly card_last4: string | null
  readonly collected_at: string
  readonly voided_at: string | null
}

const columns = [
  'id',
  'receipt_number',
  'patient_id',
  'appointment_id',
  'amount_cents',
  'method',
  'tendered_cents',
  'card_last4',
  'collected_at',
  'voided_at',
] as const

/**
 * The next number of a receipt, without gaps: the row stays locked until the transaction ends, and one that fails gives
 * its number back. Taken as late as can be, because everybody who collects waits for it.
 */
export async function nextReceiptNumber(db: Db): Promise<number> {
  const row = await db
    .updateTable('counter')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', 'receipt')
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value
}

export async function insertPayment(
  db: Db,
  payment: PaymentRow & { readonly collected_by: string; readonly collected_by_name: string },
): Promise<void> {
  await db.insertInto('payment').values(payment).execute()
}

export async function selectPayment(db: Db, id: string): Promise<PaymentRow | null> {
  return (await db.selectFrom('payment').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Locks it until the transaction ends. */
export async function takePayment(db: Db, id: string): Promise<PaymentRow | null> {
  return (await db.selectFrom('payment').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

export async function markVoid(
  db: Db,
  id: string,
  how: { readonly at: string; readonly byName: string; readonly reason: string },
): Promise<void> {
  await db
    .updateTable('payment')
    .set({ voided_at: how.at, voided_by_name: how.byName, void_reason: how.reason })
    .where('id', '=', id)
    .execute()
}

/** All of a visit, void ones too. */
export async function selectPaymentsOf(db: Db, appointmentId: string): Promise<readonly PaymentRow[]> {
  return db.selectFrom('payment').select(columns).where('appointment_id', '=', appointmentId).execute()
}
