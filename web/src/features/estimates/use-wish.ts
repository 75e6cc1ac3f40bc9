import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import type { Pays } from './shapes.ts'

export interface CostOf {
  /** Null: nobody is chosen yet. */
  readonly patientId: string | null
  readonly visitTypeId: string
  readonly siteId: string
  /** Civil date at the site. */
  readonly date: string
  readonly appointmentId: string | null
}

/** What is chosen about a price, and the price. */
export function useWish(of: CostOf, first: { readonly pays: Pays; readonly procedures?: readonly string[] }) {
  const [pays, setPays] = useState<Pays>(of.patientId === null ? 'self-pay' : first.pays)
  const [procedures, setProcedures] = useState<readonly string[]>(first.procedures ?? [])
  const [slidingStepId, setSliding] = useState<string | null>(null)
  const asked = useAsk(
    estimates.previewCost,
    { ...of, pays: of.patientId === null ? 'self-pay' : pays, procedures: [...procedures], slidingStepId },
    { keepPrevious: true },
  )
  const toggle = (code: string) =>
    setProcedures((before) => (before.includes(code) ? before.filter((one) => one !== code) : [...before, code]))
  return { asked, pays, setPays, procedures, toggle, slidingStepId, setSliding }
}

export type Wish = ReturnType<typeof useWish>
