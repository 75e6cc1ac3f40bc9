import type { RecordLine } from './record-choice-slot.ts'

/** What a relative's own record and the window for them both have a place for. */
export interface Proposed {
  readonly given: string
  readonly family: string
  readonly birthDate: string | null
  readonly language: string
}

/**
 * What is proposed of a relative whose own record was chosen. A birth date that the record knows in part only does not
 * count, and the language that somebody said for them stays.
 */
export function proposedBy({ name, birthDate, language }: RecordLine, typed: Proposed): Proposed {
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(birthDate)
  return {
    given: name.given,
    family: name.family,
    birthDate: isWhole ? birthDate : typed.birthDate,
    language: typed.language === 'none' ? language : typed.language,
  }
}
