import type { practice, Query, Reply } from '@foyer/contract'

const kinds = ['public', 'bank', 'optional', 'school', 'observance'] as const

/** One line per date and name; a place the library does not know has none. Names as the country says them in either language. */
export async function suggestHolidays({
  country,
  state,
  year,
}: Query<typeof practice.suggestHolidays>): Promise<Reply<typeof practice.suggestHolidays>> {
  // The calendars of the whole world take memory that a practice needs once a year.
  const { default: Holidays } = await import('date-holidays')
  const book = state === undefined ? new Holidays(country) : new Holidays(country, state)
  const spanish = new Map(book.getHolidays(year, 'es').map((one) => [`${one.date} ${one.rule}`, one.name]))
  const lines = book.getHolidays(year, 'en').flatMap((one) => {
    const kind = kinds.find((known) => known === one.type)
    if (!kind) return []
    const nameEs = spanish.get(`${one.date} ${one.rule}`) ?? one.name
    return [{ date: one.date.slice(0, 10), name: one.name.slice(0, 80), nameEs: nameEs.slice(0, 80), kind }]
  })
  const once = new Map(lines.map((line) => [`${line.date} ${line.name}`, line]))
  return { suggestions: [...once.values()] }
}
