import { z } from 'zod'
import type { EstimateRow } from './store.ts'

const stored = z.object({
  pays: z.enum(['insured', 'self-pay']),
  visitTypeId: z.string(),
  siteId: z.string(),
  procedures: z.array(z.string()),
  slidingStepId: z.string().nullable(),
  diagnosisCodes: z.array(z.string()).default([]),
})

/** What an estimate is an estimate of. */
export type Asked = z.output<typeof stored>

export function askedIn({ asked }: Pick<EstimateRow, 'asked'>): Asked {
  return stored.parse(asked)
}

export function kindOf(pays: Asked['pays']): 'insured' | 'good-faith' {
  return pays === 'insured' ? 'insured' : 'good-faith'
}
