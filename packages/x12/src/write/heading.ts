import { dateOf, timeOf, type WrittenSegment } from './element.ts'

/** What every set that asks or bills begins with. */
export interface Headed {
  /** BHT03: comes back in the answer. */
  readonly reference: string
  /** YYYY-MM-DD and HH:MM, both as the caller has them. */
  readonly date: string
  readonly time: string
}

/** BHT, by the structure of its levels (BHT01) and what it is for (BHT02). */
export function heading(structure: string, purpose: string, of: Headed, type?: string): WrittenSegment {
  const known = ['BHT', structure, purpose, of.reference, dateOf(of.date), timeOf(of.time)] as const
  return type === undefined ? known : [...known, type]
}
