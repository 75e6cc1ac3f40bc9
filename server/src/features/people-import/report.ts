import type { PeopleMapping } from '@foyer/patients'

export interface Counts {
  readonly created: number
  readonly matched: number
  readonly asked: number
  readonly bad: number
  /** Rows taken with a value left out. */
  readonly noted: number
}

/** What `import_run.report` holds. */
export interface RunReport {
  readonly counts: Counts
  readonly dateOrders: readonly ('month-first' | 'day-first' | null)[]
  /** Rows that the phase at hand is done with. */
  readonly progress: number
  readonly isCut: boolean
  readonly undo: { readonly removed: number; readonly restored: number; readonly kept: number }
}

export const noCounts: Counts = { created: 0, matched: 0, asked: 0, bad: 0, noted: 0 }
const empty: RunReport = {
  counts: noCounts,
  dateOrders: [],
  progress: 0,
  isCut: false,
  undo: { removed: 0, restored: 0, kept: 0 },
}

export function reportOf(stored: unknown): RunReport {
  return { ...empty, ...(stored as Partial<RunReport>) }
}

/** A run without a mapping yet reads nothing. */
export function mappingOf(stored: unknown): PeopleMapping {
  return { columns: [], dateOrder: 'month-first', nameOrder: 'given-first', ...(stored as Partial<PeopleMapping>) }
}

/** `patient_identifier.system` of numbers that the practice calls so. */
export function systemOf(words: string): string {
  return `urn:foyer:file:${encodeURIComponent(words.trim().toLowerCase())}`
}
