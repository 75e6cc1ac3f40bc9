/** Whole years and whole months (in total) lived. `exact` is false when the birth date lacks a day or a month. */
export type Age = { readonly years: number; readonly months: number; readonly exact: boolean }

/**
 * The age on `today` of somebody born on `birthDate`, a FHIR date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Of a partial date
 * the youngest possible age is given. Who was born on 29 February grows older on 1 March in other years.
 * Null when the date is malformed or lies after today.
 */
export function ageAt(birthDate: string, today: string): Age | null {
  const born = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(birthDate)
  const now = /^(\d{4})-(\d{2})-(\d{2})$/.exec(today)
  if (!born || !now || birthDate > today) return null
  const year = Number(born[1])
  // A missing month or day is taken as the latest it can be without lying after today.
  const month = born[2] ? Number(born[2]) : String(year) === now[1] ? Number(now[2]) : 12
  const day = born[3] ? Number(born[3]) : today.startsWith(birthDate) ? Number(now[3]) : 31
  const months = (Number(now[1]) - year) * 12 + Number(now[2]) - month - (Number(now[3]) < day ? 1 : 0)
  return { years: Math.floor(Math.max(0, months) / 12), months: Math.max(0, months), exact: born[3] !== undefined }
}
