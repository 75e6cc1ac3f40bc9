import type { WrittenSegment } from './element.ts'

/** ICD-10-CM without points. HI holds twelve; the principal one is told from the others by its qualifier. */
export function diagnosesOf(diagnoses: readonly string[]): readonly WrittenSegment[] {
  const named = diagnoses.slice(0, 12).map((code, index): readonly string[] => [index === 0 ? 'ABK' : 'ABF', code])
  return named.length === 0 ? [] : [['HI', ...named]]
}
