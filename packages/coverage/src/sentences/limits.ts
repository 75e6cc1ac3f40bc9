import type { DayPattern, Delivery, HourPattern, Period } from '../benefits/eligibility.ts'
import { type Language, periodWords, quantityWords } from './words.ts'

type Of = Readonly<Record<Language, string>>

/** `12 visits a month, 3 a week, on Mondays`, or `8 visits left`; null where nothing of it is a number or a day. */
export function limitWords(limit: Delivery, language: Language): string | null {
  const { quantity, every, days, hours } = limit
  const parts = [
    quantity ? countWords(limit, language) : null,
    every ? `${new Intl.NumberFormat(language).format(every.value)} ${periodWords(every.unit, language)}` : null,
    days ? dayWords[days][language] : null,
    hours ? hourWords[hours][language] : null,
  ].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}

function countWords({ quantity, period, periods, isRemaining }: Delivery, language: Language): string {
  if (!quantity) return ''
  const counted = quantityWords(quantity, language)
  const left = language === 'en' ? `${counted} left` : `quedan ${counted}`
  const used = language === 'en' ? `${counted} used` : `el paciente usó ${counted}`
  const words = isRemaining ? left : period === 'year-to-date' ? used : counted
  return period === null ? words : `${words} ${spanWords(period, periods, language)}`
}

/** `a month`, and `in 6 months` of more than one. */
export function spanWords(period: Period, periods: number | null, language: Language): string {
  if (periods === null || periods === 1) return periodWords(period, language)
  const number = new Intl.NumberFormat(language).format(periods)
  const many = spans[period]
  return many ? `${language === 'en' ? 'in' : 'en'} ${number} ${many[language]}` : periodWords(period, language)
}

/** What stands in an HSD and was not read, for somebody who asks the payer. */
export function notUnderstoodWords(limits: readonly Delivery[], language: Language): string | null {
  const elements = limits.flatMap((limit) => [
    ...limit.notUnderstood,
    ...(limit.periods !== null && limit.periods !== 1 && limit.period !== null && !spans[limit.period]
      ? [`HSD06 ${limit.periods}`]
      : []),
  ])
  if (elements.length === 0) return null
  const list = elements.join(', ')
  return language === 'en'
    ? `more is said of how often, which was not understood (${list})`
    : `dice más sobre la frecuencia y no se entendió (${list})`
}

const spans: Partial<Readonly<Record<Period, Of>>> = {
  hour: { en: 'hours', es: 'horas' },
  day: { en: 'days', es: 'días' },
  week: { en: 'weeks', es: 'semanas' },
  month: { en: 'months', es: 'meses' },
  year: { en: 'years', es: 'años' },
  'service-year': { en: 'plan years', es: 'años del plan' },
  'calendar-year': { en: 'calendar years', es: 'años calendario' },
  episode: { en: 'illnesses', es: 'enfermedades' },
  visit: { en: 'visits', es: 'visitas' },
  admission: { en: 'hospital stays', es: 'hospitalizaciones' },
}

const dayWords: Readonly<Record<DayPattern, Of>> = {
  'monday-to-friday': { en: 'from Monday to Friday', es: 'de lunes a viernes' },
  'monday-to-saturday': { en: 'from Monday to Saturday', es: 'de lunes a sábado' },
  'monday-to-thursday': { en: 'from Monday to Thursday', es: 'de lunes a jueves' },
  'every-day': { en: 'on any day of the week', es: 'cualquier día de la semana' },
  monday: { en: 'on Mondays', es: 'los lunes' },
  tuesday: { en: 'on Tuesdays', es: 'los martes' },
  wednesday: { en: 'on Wednesdays', es: 'los miércoles' },
  thursday: { en: 'on Thursdays', es: 'los jueves' },
  friday: { en: 'on Fridays', es: 'los viernes' },
  saturday: { en: 'on Saturdays', es: 'los sábados' },
  sunday: { en: 'on Sundays', es: 'los domingos' },
  'as-directed': { en: 'as directed', es: 'según se indique' },
  'as-needed': { en: 'whenever needed', es: 'cuando sea necesario' },
  none: { en: '', es: '' },
}

const hourWords: Readonly<Record<HourPattern, Of>> = {
  'working-hours': { en: 'in working hours', es: 'en horario de trabajo' },
  morning: { en: 'in the morning', es: 'por la mañana' },
  afternoon: { en: 'in the afternoon', es: 'por la tarde' },
  'as-directed': { en: 'at the time directed', es: 'a la hora indicada' },
  any: { en: 'at any hour', es: 'a cualquier hora' },
  none: { en: '', es: '' },
}
