import { formatMoney, Temporal, usd } from '@foyer/kernel'
import serviceTypes from '../../data/service-types.json' with { type: 'json' }
import type { Period, Scope } from '../benefits/eligibility.ts'

export type Language = 'en' | 'es'

export const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' }

/** `$30`, and `$30.50` where there are cents. */
export function amount(cents: number, language: Language): string {
  const text = formatMoney(usd(cents), locales[language])
  return cents % 100 === 0 ? text.replace(/[.,]00(?!\d)/, '') : text
}

/** 2050 as `20.5 %` of a language. */
export function share(basisPoints: number, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 2 })
  return format.format(basisPoints / 10_000)
}

/** `Jan 1, 2026`. */
export function day(date: string, language: Language): string {
  return Temporal.PlainDate.from(date).toLocaleString(locales[language], {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  })
}

/** A kind of service in words; a code that no list has, as it stands. */
export function serviceName(code: string, language: Language): string {
  const known = (serviceTypes as Readonly<Record<string, Readonly<Record<Language, string>>>>)[code]
  return known?.[language] ?? (language === 'en' ? `service ${code}` : `servicio ${code}`)
}

const mostNamed = 3

/** Up to three by name; of more the first two and how many there are besides. */
export function serviceNames(codes: readonly string[], language: Language): string {
  const names = codes
    .slice(0, codes.length > mostNamed ? mostNamed - 1 : mostNamed)
    .map((code) => serviceName(code, language))
  const more = codes.length - names.length
  if (more > 0) names.push(language === 'en' ? `${more} more` : `${more} más`)
  return listed(names, language)
}

export function listed(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts)
}

/** As `each …` or `for …` of an amount or a number. */
const periods: Readonly<Record<Language, Readonly<Record<Period, string>>>> = {
  en: {
    hour: 'an hour',
    day: 'a day',
    week: 'a week',
    month: 'a month',
    year: 'a year',
    'service-year': 'a plan year',
    'calendar-year': 'a calendar year',
    'year-to-date': 'so far this year',
    contract: 'for the time of the contract',
    episode: 'for each illness',
    visit: 'for each visit',
    outlier: 'for days beyond the limit',
    lifetime: 'in a lifetime',
    admission: 'for each hospital stay',
  },
  es: {
    hour: 'por hora',
    day: 'por día',
    week: 'por semana',
    month: 'por mes',
    year: 'por año',
    'service-year': 'por año del plan',
    'calendar-year': 'por año calendario',
    'year-to-date': 'en lo que va del año',
    contract: 'durante el contrato',
    episode: 'por cada enfermedad',
    visit: 'por cada visita',
    outlier: 'por días fuera del límite',
    lifetime: 'de por vida',
    admission: 'por cada internación',
  },
}

export function periodWords(period: Period, language: Language): string {
  return periods[language][period]
}

const scopes: Readonly<Record<Language, Readonly<Record<Scope, string>>>> = {
  en: {
    individual: 'for one person',
    family: 'for the family',
    spouse: 'for the spouse',
    children: 'for the children',
    dependents: 'for dependents',
    employee: 'for the employee',
    other: '',
    unsaid: '',
  },
  es: {
    individual: 'por persona',
    family: 'por familia',
    spouse: 'por el cónyuge',
    children: 'por los hijos',
    dependents: 'por los dependientes',
    employee: 'por el empleado',
    other: '',
    unsaid: '',
  },
}

export function scopeWords(scope: Scope, language: Language): string {
  return scopes[language][scope]
}

const units: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  VS: { en: ['visit', 'visits'], es: ['visita', 'visitas'] },
  DY: { en: ['day', 'days'], es: ['día', 'días'] },
  DA: { en: ['day', 'days'], es: ['día', 'días'] },
  HS: { en: ['hour', 'hours'], es: ['hora', 'horas'] },
  MN: { en: ['month', 'months'], es: ['mes', 'meses'] },
  MO: { en: ['month', 'months'], es: ['mes', 'meses'] },
  WK: { en: ['week', 'weeks'], es: ['semana', 'semanas'] },
  YY: { en: ['year', 'years'], es: ['año', 'años'] },
  P6: { en: ['service', 'services'], es: ['servicio', 'servicios'] },
  FL: { en: ['unit', 'units'], es: ['unidad', 'unidades'] },
  D3: { en: ['day with coinsurance', 'days with coinsurance'], es: ['día con coseguro', 'días con coseguro'] },
  DB: { en: ['pint of blood', 'pints of blood'], es: ['pinta de sangre', 'pintas de sangre'] },
  LA: {
    en: ['lifetime reserve day', 'lifetime reserve days'],
    es: ['día de reserva vitalicia', 'días de reserva vitalicia'],
  },
  LE: {
    en: ['lifetime reserve day', 'lifetime reserve days'],
    es: ['día de reserva vitalicia', 'días de reserva vitalicia'],
  },
}

/** `20 visits`; ages and the like, which count nothing, as `age 65`. */
export function quantityWords({ unit, value }: { unit: string; value: number }, language: Language): string {
  const number = new Intl.NumberFormat(locales[language]).format(value)
  if (unit === 'S7') return language === 'en' ? `up to age ${number}` : `hasta los ${number} años`
  if (unit === 'S8') return language === 'en' ? `from age ${number}` : `desde los ${number} años`
  const [one, many] = units[unit]?.[language] ?? (language === 'en' ? ['unit', 'units'] : ['unidad', 'unidades'])
  return `${number} ${value === 1 ? one : many}`
}

export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** Two to five in words, more in digits. */
export function numberWord(count: number, language: Language): string {
  const words = language === 'en' ? ['two', 'three', 'four', 'five'] : ['dos', 'tres', 'cuatro', 'cinco']
  return words[count - 2] ?? String(count)
}
