import rejections from '../../data/rejections.json' with { type: 'json' }
import type { Contradiction, CoverageState, Gap, OtherPayer, Rejection } from '../benefits/eligibility.ts'
import {
  amount,
  capitalized,
  day,
  type Language,
  listed,
  numberWord,
  periodWords,
  quantityWords,
  scopeWords,
  serviceName,
  serviceNames,
  share,
} from './words.ts'

type Told = Readonly<Record<Language, { readonly what: string; readonly next: string }>>

/** Why the payer did not answer, and what to do next. */
export function rejectionSentence({ code, action }: Rejection, language: Language): string {
  const told = (rejections as Readonly<Record<string, Told>>)[code]?.[language]
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  if (!told)
    return is(
      `The payer turned the question away with code ${code}.`,
      `El seguro rechazó la pregunta con el código ${code}.`,
    )
  // N: the payer wants no further question; P and S: something else is to be done first.
  const isFinal = action === 'N'
  const last = isFinal ? is(' Asking the same again will not help.', ' Preguntar lo mismo no servirá.') : ''
  return `${told.what}. ${told.next}.${last}`
}

export function stateSentence(state: CoverageState, language: Language): string {
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  const { on, because, from, until, plan, also = [] } = state
  const date = day(on, language)
  const name = plan === null ? is('The plan', 'El plan') : is(`The plan ${plan}`, `El plan ${plan}`)
  if (because === 'ended') {
    const again = also.flatMap((span) => (span.from !== null && span.from > on ? span.from : [])).toSorted()[0]
    const then =
      again === undefined
        ? ''
        : is(` It begins again on ${day(again, 'en')}.`, ` Comienza otra vez el ${day(again, 'es')}.`)
    return is(`${name} ended on ${day(until ?? on, 'en')}.`, `${name} terminó el ${day(until ?? on, 'es')}.`) + then
  }
  if (because === 'cobra-ended')
    return is(
      `${name}, continued under COBRA, ended on ${day(until ?? on, 'en')}.`,
      `${name}, continuado por COBRA, terminó el ${day(until ?? on, 'es')}.`,
    )
  if (because === 'died')
    return is(
      `The payer has it that the patient died on ${day(until ?? on, 'en')}.`,
      `Según el seguro, el paciente murió el ${day(until ?? on, 'es')}.`,
    )
  if (because === 'not-begun')
    return is(`${name} begins on ${day(from ?? on, 'en')}.`, `${name} comienza el ${day(from ?? on, 'es')}.`)
  if (because === 'contradicts') {
    return is(
      `The payer says for ${date} both that the plan is active and that it is not.`,
      `El seguro dice para el ${date} que el plan está activo y que no lo está.`,
    )
  }
  if (because === 'rejected') return is('The payer did not answer the question.', 'El seguro no respondió la pregunta.')
  if (because === 'not-said')
    return is('The payer did not say whether the plan is active.', 'El seguro no dijo si el plan está activo.')
  const pending = because === 'pending' ? is(' The payer still looks into it.', ' El seguro aún lo revisa.') : ''
  return state.is === 'active'
    ? is(`${name} is active on ${date}.`, `${name} está activo el ${date}.`) + pending
    : is(`${name} is not active on ${date}.`, `${name} no está activo el ${date}.`) + pending
}

const kinds = {
  copay: { en: 'copays', es: 'copagos' },
  coinsurance: { en: 'coinsurances', es: 'coseguros' },
  deductible: { en: 'deductibles', es: 'deducibles' },
  'out-of-pocket': { en: 'out-of-pocket maximums', es: 'máximos de gastos' },
} as const

const kindsLeft = {
  deductible: { en: 'amounts left of the deductible', es: 'montos que quedan del deducible' },
  'out-of-pocket': {
    en: 'amounts left until the out-of-pocket maximum',
    es: 'montos que faltan para el máximo de gastos',
  },
} as const

const kindsUsed = {
  deductible: { en: 'amounts paid of the deductible', es: 'montos pagados del deducible' },
  'out-of-pocket': {
    en: 'amounts paid toward the out-of-pocket maximum',
    es: 'montos pagados hacia el máximo de gastos',
  },
} as const

/** `Two copays for office visit: $30 and $45; the payer did not say which applies.` */
export function contradictionSentence(contradiction: Contradiction, language: Language): string {
  const { about, kind, serviceTypes, values, isToldApartInWords, isRemaining, isUsed, network, scope } = contradiction
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  const named = values.map((value) => valueWords(value, language))
  const names = serviceTypes.filter((type) => type !== '30')
  const of = names.length === 0 ? '' : is(` for ${serviceNames(names, 'en')}`, ` para ${serviceNames(names, 'es')}`)
  const whose = scope === 'family' ? ` ${scopeWords(scope, language)}` : ''
  const where =
    network === 'in'
      ? is(' in network', ' dentro de la red')
      : network === 'out'
        ? is(' out of network', ' fuera de la red')
        : ''
  if (about === 'cover') {
    const what = names.length === 0 ? is('the plan', 'el plan') : serviceNames(serviceTypes, language)
    return is(
      `The payer says of ${what}${where} both that it is covered and that it is not.`,
      `El seguro dice, sobre ${what}${where}, que está cubierto y también que no.`,
    )
  }
  if (about === 'authorization')
    return is(
      `The payer says${of}${where} both that authorization is required and that it is not.`,
      `El seguro dice${of}${where} que requiere autorización y también que no.`,
    )
  if (about === 'left-above-whole' && kind === 'limitation') {
    const [left = '', whole = ''] = named
    return is(
      `More is left${of}${whose}${where} than the limit: ${left} of ${whole}.`,
      `Queda más${of}${whose}${where} que el límite: ${left} de ${whole}.`,
    )
  }
  if (about === 'left-beside-used' && kind === 'limitation') {
    const [whole = '', used = '', left = ''] = named
    return is(
      `Of the limit of ${whole}${of}${whose}${where}, ${used} were used, and ${left} are said to be left.`,
      `Del límite de ${whole}${of}${whose}${where}, se usaron ${used}, y se dice que quedan ${left}.`,
    )
  }
  if (about === 'left-above-whole') {
    const [left = '', whole = ''] = named
    return kind === 'deductible'
      ? is(
          `More is left of the deductible than there is of it${of}${whose}${where}: ${left} of ${whole}.`,
          `Queda más del deducible de lo que hay en total${of}${whose}${where}: ${left} de ${whole}.`,
        )
      : is(
          `More is left until the out-of-pocket maximum than it is in all${of}${whose}${where}: ${left} of ${whole}.`,
          `Falta más para el máximo de gastos de lo que es en total${of}${whose}${where}: ${left} de ${whole}.`,
        )
  }
  if (about === 'left-beside-used') {
    const [whole = '', paid = '', left = ''] = named
    return kind === 'deductible'
      ? is(
          `Of the deductible of ${whole}${of}${whose}${where}, ${paid} was paid, and ${left} is said to be left.`,
          `Del deducible de ${whole}${of}${whose}${where}, se pagó ${paid}, y se dice que queda ${left}.`,
        )
      : is(
          `Of the out-of-pocket maximum of ${whole}${of}${whose}${where}, ${paid} was paid, and ${left} is said to be left.`,
          `Del máximo de gastos de ${whole}${of}${whose}${where}, se pagó ${paid}, y se dice que falta ${left}.`,
        )
  }
  if (about === 'limits') {
    const what = isRemaining
      ? is('numbers left', 'números que quedan')
      : isUsed
        ? is('numbers used', 'números usados')
        : is('limits', 'límites')
    const time = contradiction.period ? ` ${periodWords(contradiction.period, language)}` : ''
    const end = applies(isToldApartInWords, language)
    return `${capitalized(numberWord(values.length, language))} ${what}${of}${whose}${where}: ${listed(named, language)}${time}; ${end}.`
  }
  const part = isRemaining ? kindsLeft : isUsed ? kindsUsed : {}
  const words =
    ((part as Partial<typeof kinds>)[kind as keyof typeof kinds] ?? kinds[kind as keyof typeof kinds])?.[language] ??
    is('statements', 'datos')
  const count = numberWord(values.length, language)
  const end =
    about === 'networks'
      ? is('one is said of both networks', 'uno se dice de las dos redes')
      : applies(isToldApartInWords, language)
  return `${capitalized(count)} ${words}${of}${whose}${where}: ${listed(named, language)}; ${end}.`
}

function applies(isToldApartInWords: boolean, language: Language): string {
  if (!isToldApartInWords)
    return language === 'en' ? 'the payer did not say which applies' : 'el seguro no dijo cuál se aplica'
  return language === 'en'
    ? 'the payer tells them apart in its own words only'
    : 'el seguro los distingue solo con sus propias palabras'
}

/** An amount, a share, or a number of something. */
export function valueWords(
  { cents, basisPoints, quantity }: Contradiction['values'][number],
  language: Language,
): string {
  if (quantity) return quantityWords(quantity, language)
  return cents === null ? share(basisPoints ?? 0, language) : amount(cents, language)
}

/** What to ask the payer, as it would be asked on the phone. */
export function gapSentence(gap: Gap, language: Language): string {
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  switch (gap.code) {
    case 'service-not-answered':
      return is(
        `The payer said nothing about ${serviceName(gap.serviceType, 'en')}.`,
        `El seguro no dijo nada sobre ${serviceName(gap.serviceType, 'es')}.`,
      )
    case 'no-dates':
      return is(
        'The payer did not say since when or until when the plan holds.',
        'El seguro no dijo desde cuándo ni hasta cuándo vale el plan.',
      )
    case 'remaining-unsaid':
      return gap.kind === 'deductible'
        ? is(
            'The payer did not say how much of the deductible is left.',
            'El seguro no dijo cuánto queda del deducible.',
          )
        : is(
            'The payer did not say how much is left until the out-of-pocket maximum.',
            'El seguro no dijo cuánto falta para el máximo de gastos.',
          )
    case 'network-unsaid':
      return is(
        'The payer did not say whether the amounts hold in network or out of it.',
        'El seguro no dijo si los montos valen dentro o fuera de la red.',
      )
  }
}

export function otherPayerSentence({ payer, order }: OtherPayer, language: Language): string {
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  const name = payer?.name ? payer.name : is('another payer', 'otro seguro')
  const place = {
    primary: is(' pays first', ' paga primero'),
    secondary: is(' pays second', ' paga segundo'),
    tertiary: is(' pays third', ' paga tercero'),
    unsaid: is(' covers the patient too', ' también cubre al paciente'),
  }
  return `${capitalized(name)}${place[order]}.`
}
