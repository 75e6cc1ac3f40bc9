import type { ComponentType } from 'react'
import type { Found } from './shapes.ts'

/** A person with a record here, as far as a relative takes over from it. */
export type RecordLine = Pick<Found, 'id' | 'mrn' | 'name' | 'birthDate' | 'language' | 'interpreterNeeded'>

export interface RecordChoiceSlot {
  /** Finds the record of somebody: whoever shows these people brings the search of people. */
  readonly RecordChoice: ComponentType<{
    readonly exceptId: string
    readonly recordId: string | null
    readonly line: RecordLine | null
    readonly onChange: (person: RecordLine | null) => void
  }>
}
