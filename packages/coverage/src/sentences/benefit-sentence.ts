import type { Benefit, Eligibility } from '../benefits/eligibility.ts'
import { deliveredLimits } from '../benefits/limits.ts'
import { isWaivedForQmb } from '../benefits/qmb.ts'
import { referralNumbersOf, saysReferral } from '../benefits/referral.ts'
import { isUsed } from '../benefits/used.ts'
import { limitWords, notUnderstoodWords } from './limits.ts'
import { placeWords } from './places.ts'
import { referralTitle } from './referral-sentence.ts'
import { isLimitByDelivery, statementOf } from './statement.ts'
import { capitalized, day, type Language, periodWords, scopeWords, serviceNames } from './words.ts'

/**
 * One sentence of what the payer said in one EB, for the desk: of what, what, and every condition that was said with it.
 * What was not said is not in it, but by the whole answer, where it is given, that it may not be collected from a Qualified
 * Medicare Beneficiary. `Office visit: copay $30 for each visit, in network.`
 */
export function benefitSentence(
  benefit: Benefit,
  language: Language,
  answer?: Pick<Eligibility, 'state' | 'benefits'>,
): string {
  const parts = [statementWithPeriod(benefit, language), ...conditionsOf(benefit, language)]
  const quoted = (title: string, messages: readonly string[]): readonly string[] =>
    messages.length === 0 ? [] : [title, ...messages.map((message) => `“${message}”`)]
  const words = [
    ...quoted(referralTitle(language), benefit.messages.filter(saysReferral)),
    ...quoted(
      language === 'en' ? 'The payer writes:' : 'El seguro escribe:',
      benefit.messages.filter((message) => !saysReferral(message)),
    ),
  ]
  const sentence = `${capitalized(subjectOf(benefit, language))}: ${parts.join(', ')}.`
  const isBarred = answer !== undefined && isToCollect(benefit) && isWaivedForQmb(benefit, answer)
  return [sentence, ...(isBarred ? [barred[language]] : []), ...words].join(' ')
}

const barred: Readonly<Record<Language, string>> = {
  en: 'May not be collected for what Medicare covers: the patient is a Qualified Medicare Beneficiary.',
  es: 'No se puede cobrar de lo que Medicare cubre: el paciente es Beneficiario Calificado de Medicare.',
}

/** A maximum is no sum that anybody asks for. */
function isToCollect(benefit: Benefit): boolean {
  return benefit.kind !== 'out-of-pocket' && (benefit.cents ?? benefit.basisPoints) !== 0 && !isUsed(benefit)
}

/** Of what it speaks: kinds of services, a procedure, or the plan as such. */
export function subjectOf({ serviceTypes, procedure, plan }: Benefit, language: Language): string {
  if (serviceTypes.length > 0) {
    const names = serviceNames(serviceTypes, language)
    return serviceTypes.length === 1 && serviceTypes[0] === '30' && plan !== null ? `${names} ${plan}` : names
  }
  if (procedure)
    return `${language === 'en' ? 'procedure' : 'procedimiento'} ${[procedure.code, ...procedure.modifiers].join('-')}`
  return plan === null ? 'plan' : `plan ${plan}`
}

function statementWithPeriod(benefit: Benefit, language: Language): string {
  const statement = statementOf(benefit, language)
  const { period, cents, basisPoints, quantity, kind } = benefit
  const counts = cents !== null || basisPoints !== null || quantity !== null
  return period === null || !counts || kind === 'reserve' ? statement : `${statement} ${periodWords(period, language)}`
}

/** How it is delivered, where the statement itself does not say it already. */
function deliveriesOf(benefit: Benefit, language: Language): readonly string[] {
  const limits = deliveredLimits(benefit)
  const further = isLimitByDelivery(benefit) ? limits.slice(1) : limits
  return [
    ...further.flatMap((limit) => limitWords(limit, language) ?? []),
    ...[notUnderstoodWords(limits, language) ?? []].flat(),
  ]
}

function conditionsOf(benefit: Benefit, language: Language): readonly string[] {
  const { scope, network, authorization, places, dates, procedure, serviceTypes, insuranceType } = benefit
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  const conditions = [...deliveriesOf(benefit, language)]
  const scoped = scopeWords(scope, language)
  if (scoped !== '') conditions.push(scoped)
  if (network === 'in') conditions.push(is('in network', 'dentro de la red'))
  if (network === 'out') conditions.push(is('out of network', 'fuera de la red'))
  if (network === 'either') conditions.push(is('in or out of network', 'dentro o fuera de la red'))
  if (authorization === 'required') conditions.push(is('authorization required', 'requiere autorización'))
  if (authorization === 'not-required') conditions.push(is('no authorization required', 'no requiere autorización'))
  if (authorization === 'unknown') {
    conditions.push(is('whether authorization is required is not known', 'no se sabe si requiere autorización'))
  }
  for (const number of referralNumbersOf(benefit))
    conditions.push(is(`referral number ${number}`, `referencia médica número ${number}`))
  if (procedure && serviceTypes.length > 0)
    conditions.push(is(`for procedure ${procedure.code}`, `para el procedimiento ${procedure.code}`))
  if (insuranceType !== null && kinds[insuranceType]) conditions.push(kinds[insuranceType][language])
  if (places.length > 0) conditions.push(placeWords(places, language))
  for (const { from, until, kind } of dates) {
    if (kind === 'updated' || kind === 'added') continue
    if (from !== null && from === until) conditions.push(is(`on ${day(from, 'en')}`, `el ${day(from, 'es')}`))
    else if (from !== null && until !== null)
      conditions.push(
        is(`from ${day(from, 'en')} to ${day(until, 'en')}`, `del ${day(from, 'es')} al ${day(until, 'es')}`),
      )
    else if (from !== null) conditions.push(is(`from ${day(from, 'en')}`, `desde el ${day(from, 'es')}`))
    else if (until !== null) conditions.push(is(`until ${day(until, 'en')}`, `hasta el ${day(until, 'es')}`))
  }
  return conditions
}

/** EB04, as far as it changes what the desk does. */
const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  MA: { en: 'Medicare Part A', es: 'Medicare Parte A' },
  MB: { en: 'Medicare Part B', es: 'Medicare Parte B' },
  MC: { en: 'Medicaid', es: 'Medicaid' },
  MP: { en: 'Medicare is primary', es: 'Medicare es el primario' },
  HN: { en: 'Medicare Advantage (HMO)', es: 'Medicare Advantage (HMO)' },
  '12': {
    en: 'Medicare pays second: the patient or spouse works',
    es: 'Medicare paga segundo: el paciente o cónyuge trabaja',
  },
  '13': { en: 'Medicare pays second: kidney failure', es: 'Medicare paga segundo: insuficiencia renal' },
  '14': { en: 'Medicare pays second: accident, no fault', es: 'Medicare paga segundo: accidente' },
  '15': { en: 'Medicare pays second: workers’ compensation', es: 'Medicare paga segundo: accidente de trabajo' },
  '43': { en: 'Medicare pays second: disability', es: 'Medicare paga segundo: discapacidad' },
  '47': { en: 'Medicare pays second: liability', es: 'Medicare paga segundo: responsabilidad civil' },
  QM: {
    en: 'Qualified Medicare Beneficiary: no cost sharing may be asked',
    es: 'Beneficiario Calificado de Medicare: no se puede cobrar al paciente',
  },
  WC: { en: 'workers’ compensation', es: 'compensación laboral' },
}
