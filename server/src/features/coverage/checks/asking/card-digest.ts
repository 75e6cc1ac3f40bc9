import { createHash } from 'node:crypto'
import type { FactsRow } from './store.ts'

/** Of what is on a card and goes into a question: SHA-256, hex. Equal where the payer would be told the same of the policy. */
export function cardDigest(row: FactsRow): string {
  const told = [
    row.payer_id,
    row.member_id,
    row.group_number,
    row.relationship,
    row.subscriber_name,
    row.subscriber_birth_date,
    row.subscriber_sex,
    row.s_family,
    row.s_given,
    row.s_birth_date,
  ]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}
