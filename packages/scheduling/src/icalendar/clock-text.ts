/** Civil date of a day number (Hinnant, "chrono-compatible low-level date algorithms", civil_from_days). */
function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

function digits(value: number, length = 2): string {
  return String(value).padStart(length, '0')
}

/** `20261208T104000`: what a clock shows that is `offset` ahead of UTC. Both in milliseconds. */
export function clockText(instant: number, offset: number): string {
  const shown = Math.floor((instant + offset) / 1000)
  const days = Math.floor(shown / 86_400)
  const rest = shown - days * 86_400
  const { year, month, day } = civilDate(days)
  const time = `${digits(Math.floor(rest / 3600))}${digits(Math.floor(rest / 60) % 60)}${digits(rest % 60)}`
  return `${digits(year, 4)}${digits(month)}${digits(day)}T${time}`
}

export function utcText(instant: number): string {
  return `${clockText(instant, 0)}Z`
}

/** RFC 5545, 3.3.14: `-0600`, with seconds only where there are any. */
export function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000
  const rest = seconds % 60
  const minutes = Math.floor(seconds / 60)
  return `${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}${digits(minutes % 60)}${rest === 0 ? '' : digits(rest)}`
}
