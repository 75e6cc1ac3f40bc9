import { z } from 'zod'
import type { EstimateRow } from './store.ts'

const stored = z.object({
  name: z.string(),
  with: z.enum(['drawn', 'typed', 'paper']),
  path: z.string().nullable(),
  isOnline: z.boolean(),
  recordedBy: z.string().nullable(),
})

export type StoredSignature = z.output<typeof stored>

export function signatureIn(row: Pick<EstimateRow, 'signature' | 'signed_at'>) {
  if (row.signature === null || row.signed_at === null) return null
  return { ...stored.parse(row.signature), signedAt: row.signed_at }
}
