/** "Dr Okafor or Dr Singh" in the language in force. */
export function listText(words: readonly string[], locale: string, type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(locale, { type }).format(words)
}

/** ISO weekday (Monday is 1) → "Monday", "lunes". */
export function weekdayName(weekday: number, locale: string): string {
  // 5 January 1970 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format((weekday + 3) * 86_400_000)
}
