import type { CallInput, duplicates, Reply } from '@foyer/contract'
import { faceValue, sameValue, saysMore } from '@foyer/patients'

export type Comparison = Reply<typeof duplicates.readDuplicate>
export type Field = Comparison['fields'][number]
export type Value = Field['first']
export type Column = 'first' | 'second'
export type Choice = Column | 'both'
/** What somebody chose; the others are as `standing` says. */
export interface Face {
  readonly survivor: Column
  readonly fields: Readonly<Partial<Record<Field['field'], Choice>>>
  readonly contacts: Column | null
}

export function otherColumn(column: Column): Column {
  return column === 'first' ? 'second' : 'first'
}

/** What stands in a field as long as nobody chooses: what the server would take too. */
export function standing(field: Field, face: Face): Choice {
  const chosen = face.fields[field.field]
  if (chosen) return chosen
  const [own, other] = [face.survivor, otherColumn(face.survivor)]
  if (field.isList && Array.isArray(field.first) && Array.isArray(field.second)) return 'both'
  if (field.field === 'birthDate') {
    const date = (column: Column) => ({
      date: typeof field[column] === 'string' ? field[column] : '',
      isEstimated: false,
    })
    return saysMore(date(other), date(own)) ? other : own
  }
  return sameValue(faceValue(field[own], field[other]), field[own]) ? own : other
}

export function contactsFirst(face: Face): Column {
  return face.contacts ?? face.survivor
}

type MergeInput = CallInput<typeof duplicates.mergePatients>

/** Everything as it is seen on the screen is said; nothing is left to a default. */
export function mergeInput(pair: Comparison, face: Face): MergeInput {
  const [survivor, merged] = [pair[face.survivor], pair[otherColumn(face.survivor)]]
  const side = (choice: Choice) => (choice === 'both' ? 'both' : choice === face.survivor ? 'survivor' : 'merged')
  return {
    patientId: survivor.id,
    mergedId: merged.id,
    version: survivor.version,
    mergedVersion: merged.version,
    face: Object.fromEntries(
      pair.fields.filter(({ differs }) => differs).map((field) => [field.field, side(standing(field, face))]),
    ),
    contactsFirst: contactsFirst(face) === face.survivor ? 'survivor' : 'merged',
  }
}
