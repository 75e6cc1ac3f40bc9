export type DeathFault = 'date-ahead' | 'before-birth'

/**
 * What cannot be of a day of death; null: it can. A birth date that is known in part is held against it as far as it goes.
 *
 * @param on, today civil dates; @param birthDate FHIR date, empty where nobody knows it
 */
export function deathFault(on: string, birthDate: string, today: string): DeathFault | null {
  if (on > today) return 'date-ahead'
  return on.slice(0, birthDate.length) < birthDate ? 'before-birth' : null
}
