import type { Field } from '../meanwhile/compare.ts'
import { useMeanwhile } from '../meanwhile/use-meanwhile.ts'
import type { Details } from './shapes.ts'

interface Of<D> {
  /** What the form holds of a record; null: it is not there any more. */
  readonly read: (details: Details) => D | null
  readonly fieldsOf: (was: D, theirs: D) => readonly Field<D>[]
  /** What stands in the form at the beginning, where that is not the record. */
  readonly start?: D
}

/** The draft of one form of the details, which may meet what a colleague saved. */
export function useDetailsDraft<D extends object>(details: Details, { read, fieldsOf, start }: Of<D>) {
  const began = read(details)
  if (began === null) throw new Error('a form began with something that is not in the record')
  const held = useMeanwhile({ began, draft: start ?? began, version: details.version, fieldsOf })
  return {
    ...held,
    patientId: details.patientId,
    meetRecord: (latest: Details) => held.meet(read(latest), latest.version),
  }
}

export interface SavedDraft {
  readonly patientId: string
  readonly meanwhile: ReturnType<typeof useMeanwhile>['meanwhile']
  readonly meetRecord: (latest: Details) => boolean
}
