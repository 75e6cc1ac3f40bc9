import type { Benefit, Period } from '../benefits/eligibility.ts'
import { patientPlaceWords } from './places.ts'
import type { Language } from './words.ts'

/** ` in the office in your plan’s network`; null where the place has no name that a patient would know. */
export function whereWords(
  { network, places }: Pick<Benefit, 'network' | 'places'>,
  language: Language,
): string | null {
  const place = places.length === 0 ? '' : patientPlaceWords(places, language)
  return place === null ? null : `${place === '' ? '' : ` ${place}`}${networks[language][network]}`
}

const networks: Readonly<Record<Language, Readonly<Record<Benefit['network'], string>>>> = {
  en: { in: ' in your plan’s network', out: ' outside your plan’s network', either: '', unsaid: '' },
  es: { in: ' dentro de la red de su plan', out: ' fuera de la red de su plan', either: '', unsaid: '' },
}

/** Of what is paid again and again: ` each year`; nothing where the payer names no time. */
export function eachWords(period: Period | null, language: Language): string {
  return period === null ? '' : ` ${each[language][period]}`
}

/** Of what is paid at most: ` in a year`. */
export function withinWords(period: Period | null, language: Language): string {
  return period === null ? '' : ` ${within[language][period] ?? each[language][period]}`
}

const each: Readonly<Record<Language, Readonly<Record<Period, string>>>> = {
  en: {
    hour: 'each hour',
    day: 'each day',
    week: 'each week',
    month: 'each month',
    year: 'each year',
    'service-year': 'each plan year',
    'calendar-year': 'each year',
    'year-to-date': 'so far this year',
    contract: 'while you have this plan',
    episode: 'for each illness',
    visit: 'for each visit',
    outlier: 'for days past the limit',
    lifetime: 'in your whole life',
    admission: 'for each hospital stay',
  },
  es: {
    hour: 'por hora',
    day: 'por día',
    week: 'por semana',
    month: 'por mes',
    year: 'de cada año',
    'service-year': 'de cada año del plan',
    'calendar-year': 'de cada año',
    'year-to-date': 'en lo que va del año',
    contract: 'mientras tenga este plan',
    episode: 'cada vez que se enferme',
    visit: 'por cada visita',
    outlier: 'por los días que pasan del límite',
    lifetime: 'en toda su vida',
    admission: 'cada vez que lo internan',
  },
}

const within: Readonly<Record<Language, Partial<Readonly<Record<Period, string>>>>> = {
  en: { year: 'in a year', 'calendar-year': 'in a year', 'service-year': 'in a plan year' },
  es: { year: 'en un año', 'calendar-year': 'en un año', 'service-year': 'en un año del plan' },
}

const years: ReadonlySet<Period | null> = new Set<Period | null>([
  null,
  'visit',
  'year',
  'calendar-year',
  'service-year',
])

/** A share is of each bill, whatever the year: only other times say more. */
export function eachShareWords(period: Period | null, language: Language): string {
  return years.has(period) ? '' : eachWords(period, language)
}
