/** What a feed says in the calendar of its reader. Nothing of it is about anybody's health. */
export interface FeedWords {
  readonly block: string
  readonly pause: string
  group(visitType: string, taken: number, seats: number): string
}

const en: FeedWords = {
  block: 'Closed time',
  pause: 'Break',
  group: (visitType, taken, seats) => `${visitType} (${taken} of ${seats})`,
}

const es: FeedWords = {
  block: 'Horario cerrado',
  pause: 'Pausa',
  group: (visitType, taken, seats) => `${visitType} (${taken} de ${seats})`,
}

const catalogs = { en, es } as const
export type FeedLanguage = keyof typeof catalogs

export function feedLanguage(tag: string): FeedLanguage {
  return tag.split('-')[0] === 'es' ? 'es' : 'en'
}

export function feedWords(language: FeedLanguage): FeedWords {
  return catalogs[language]
}
