import type { Body, duplicates } from '@foyer/contract'
import { type FaceSide, faceValue, sameValue, saysMore } from '@foyer/patients'
import { storedSearchName } from '../contact.ts'
import { presentName } from '../present.ts'
import type { Patient } from '../store.ts'
import { columnsOf, type FaceField, faceFields, ownColumns } from './fields.ts'

type Choices = Body<typeof duplicates.mergePatients>['face']
/** Columns and what shall stand in them, as JSON has it. */
export type Face = Readonly<Record<string, unknown>>

const registrations = ['urgent', 'partial', 'complete']

function sideOf(survivor: Patient, merged: Patient, choices: Choices, field: FaceField): FaceSide | undefined {
  // Since when they live there is of the address that is taken, and of no other.
  if (field === 'address' && (choices.address ?? 'both') === 'both')
    return survivor.address === null ? 'merged' : 'survivor'
  if (field !== 'birthDate' || choices.birthDate) return choices[field]
  const date = (of: Patient) => ({ date: of.birth_date, isEstimated: of.birth_date_estimated })
  return saysMore(date(merged), date(survivor)) ? 'merged' : 'survivor'
}

/** What changes in the survivor's row when `merged` becomes one with it. */
export function chooseFace(survivor: Patient, merged: Patient, choices: Choices): Face {
  const sides = new Map<keyof Patient, FaceSide | undefined>(
    faceFields.flatMap((field) =>
      columnsOf[field].map((column) => [column, sideOf(survivor, merged, choices, field)] as const),
    ),
  )
  const face: Partial<Record<keyof Patient, unknown>> = {}
  for (const column of Object.keys(survivor) as (keyof Patient)[]) {
    if (ownColumns.has(column)) continue
    face[column] =
      column === 'registration'
        ? [survivor.registration, merged.registration].toSorted(
            (a, b) => registrations.indexOf(b) - registrations.indexOf(a),
          )[0]
        : faceValue(survivor[column], merged[column], sides.get(column))
  }
  face.search_name = storedSearchName(presentName({ ...survivor, ...face } as Patient))
  return Object.fromEntries(
    Object.entries(face).filter(([column, value]) => !isSame(value, survivor[column as keyof Patient])),
  )
}

/** Empty and absent are two values here: what is written must be what is taken back. */
export function isSame(a: unknown, b: unknown): boolean {
  return (a === null) === (b === null) && sameValue(a, b) && typeof a === typeof b
}
