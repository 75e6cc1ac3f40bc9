import type { Benefit, Contradiction, Eligibility } from '../benefits/eligibility.ts'
import { coverDenials, isOfWholePlan, promises } from '../benefits/denied-cover.ts'
import { holdsOn } from '../benefits/holding.ts'
import { isWaivedForQmb } from '../benefits/qmb.ts'
import { isUsed } from '../benefits/used.ts'
import { isAt } from '../pointer.ts'
import { patientContradiction } from './patient-contradiction.ts'
import { boundsOf, limitOf } from './patient-limits.ts'
import { patientState } from './patient-state.ts'
import { eachShareWords, eachWords, whereWords, withinWords } from './patient-words.ts'
import { amount, capitalized, type Language, serviceNames, share } from './words.ts'

/**
 * The same for the patient, in short words (reading level 6), where it tells what to pay or what to do; null where the
 * statement is the desk's business. By the whole answer, where it is given: a plan that does not hold on the day promises
 * nothing and says so once; of what contradicts another statement no amount is a fact, nor of what may not be covered at all,
 * nor of what is dated to another time; and a Qualified Medicare Beneficiary is told of no share (`isWaivedForQmb`).
 * `Office visit: you pay $30 for each visit in your plan’s network.`
 */
export function patientSentence(
  benefit: Benefit,
  language: Language,
  answer?: Pick<Eligibility, 'state' | 'contradictions' | 'benefits'>,
): string | null {
  if (!answer) return factFor(benefit, language)
  const { state, contradictions } = answer
  const ofState = patientState(state, language)
  if (ofState !== null && isAt(state.pointers, benefit))
    return isAt(state.pointers.slice(0, 1), benefit) ? ofState : null
  if ((state.is === 'inactive' && benefit.kind !== 'inactive') || !holdsOn(benefit, state.on)) return null
  if (state.because === 'contradicts' && promises.has(benefit.kind)) return null
  const isWaived = isWaivedForQmb(benefit, answer)
  const fact = isWaived ? waivedFor : factFor
  // Of what is not to be paid at all it is no matter which amount applies, nor whether the plan pays for it.
  const against = contradictions
    .filter(({ pointers }) => isAt(pointers, benefit))
    .filter(({ about: of }) => !isWaived || of === 'authorization')
  const isAuthorizationOpen = against.some(({ about: of }) => of === 'authorization' || of === 'cover')
  const said = isAuthorizationOpen ? { ...benefit, authorization: 'unknown' as const } : benefit
  const denied = [
    ...against.filter(({ about: of }) => of !== 'authorization'),
    ...(isWaived ? [] : coverDenials(benefit, answer)),
  ]
  const sentences = [
    denied.length === 0 ? fact(said, language) : null,
    ...against
      .filter(({ pointers }) => isAt(pointers.slice(0, 1), benefit))
      .map((one) =>
        about({ ...said, serviceTypes: one.serviceTypes }, patientContradiction(one, benefit, language), language),
      ),
    denied.length === 0 ? null : apartFrom(denied, said, language),
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** What a statement says of services of which nothing contradicts it. */
function apartFrom(against: readonly Contradiction[], benefit: Benefit, language: Language): string | null {
  if (against.some((one) => one.about === 'cover' && isOfWholePlan(one))) return null
  const serviceTypes = benefit.serviceTypes.filter((type) => !against.some((one) => one.serviceTypes.includes(type)))
  return serviceTypes.length === 0 ? null : factFor({ ...benefit, serviceTypes }, language)
}

/** Of the plan as such it is said where the payer says whose share may not be asked. */
function waivedFor(benefit: Benefit, language: Language): string | null {
  const { kind, cents, basisPoints } = benefit
  const isOfVisitItself = kind === 'copay' || kind === 'coinsurance'
  if (isOfVisitItself && (cents ?? basisPoints) === 0) return factFor(benefit, language)
  if (isOfPlan(benefit)) return null
  const said = { en: 'you owe nothing if Medicare covers this.', es: 'no debe nada si Medicare cubre esto.' }
  return about(benefit, said[language], language)
}

function factFor(benefit: Benefit, language: Language): string | null {
  const where = whereWords(benefit, language)
  if (where === null) return null
  const said = language === 'en' ? inEnglish(benefit, where) : inSpanish(benefit, where)
  const bounds = boundsOf(benefit, language)
  return said === null || bounds === null ? null : about(benefit, `${said}${bounds}`, language)
}

function about(benefit: Benefit, said: string | null, language: Language): string | null {
  if (said === null) return null
  const { serviceTypes, authorization } = benefit
  const unnamed = language === 'en' ? 'this service' : 'este servicio'
  const subject = serviceTypes.length === 0 ? unnamed : serviceNames(serviceTypes, language)
  const sentence = isOfPlan(benefit) ? capitalized(said) : `${capitalized(subject)}: ${said}`
  if (authorization !== 'required') return sentence
  return `${sentence} ${language === 'en' ? 'Your plan must say yes first.' : 'Su plan debe aprobarlo antes.'}`
}

function isOfPlan({ serviceTypes, procedure }: Benefit): boolean {
  return (serviceTypes.length === 0 && procedure === null) || (serviceTypes.length === 1 && serviceTypes[0] === '30')
}

function isOfQmb({ insuranceType }: Benefit): boolean {
  return insuranceType === 'QM'
}

function isOfVisit({ period }: Benefit): boolean {
  return period === null || period === 'visit'
}

function inEnglish(benefit: Benefit, where: string): string | null {
  const { kind, cents, basisPoints, isRemaining, scope, period } = benefit
  const each = eachWords(period, 'en')
  const family = scope === 'family' ? ' for your whole family' : ''
  const money = cents === null ? null : amount(cents, 'en')
  switch (kind) {
    case 'active':
      if (benefit.code === '5')
        return `your plan has not yet said if ${isOfPlan(benefit) ? 'you are covered' : 'it pays for this'}${where}. We will ask your plan.`
      return `${isOfPlan(benefit) ? 'you are covered' : 'your plan covers this'}${where}.${isOfQmb(benefit) ? ' You owe nothing for what Medicare covers.' : ''}`
    case 'inactive':
      return isOfPlan(benefit)
        ? 'your plan is not active. Please tell us if you have another plan.'
        : 'your plan does not cover this now.'
    case 'copay':
      if (money === null) return null
      if (cents === 0) return `you pay nothing${isOfVisit(benefit) ? ' at the visit' : each}${where}.`
      return `you pay ${money}${each}${where}.`
    case 'coinsurance':
      if (basisPoints === null) return null
      if (basisPoints === 0) return `your plan pays the whole bill${where}.`
      if (basisPoints >= 10_000) return `you pay the whole bill${eachShareWords(period, 'en')}${where}.`
      return `you pay ${share(basisPoints, 'en')} of the bill${eachShareWords(period, 'en')}${where}. Your plan pays the rest.`
    case 'deductible':
      if (money === null) return null
      if (isUsed(benefit))
        return `you have paid ${money} so far this year${family}${where}. This counts toward your deductible.`
      if (cents === 0)
        return isRemaining
          ? `you have paid all of your deductible${family}${where}. Your plan pays its share now.`
          : `you do not have a deductible${where}.`
      return isRemaining
        ? `${scope === 'family' ? 'your whole family still pays' : 'you still pay'} ${money} before your plan pays${where}.`
        : `you pay the first ${money}${each}${family}${where}.`
    case 'out-of-pocket':
      if (money === null) return null
      if (isUsed(benefit))
        return `you have paid ${money} so far this year${family}${where}. This counts toward the most you have to pay.`
      if (!isRemaining) return `the most you pay${withinWords(period, 'en')} is ${money}${family}${where}.`
      // What is left of a maximum without a time is of the year (45 CFR 156.130).
      if (cents === 0)
        return `you have paid the most you have to pay${period === null ? ' this year' : each}${family}${where}. Your plan pays the rest.`
      return `once you pay ${money} more${family}, your plan pays the rest${period === null ? ' of the year' : ''}${where}.`
    case 'limitation':
      return limitOf(benefit, where, 'en')
    case 'not-covered':
    case 'exclusion':
      return `your plan does not pay for this${where}.`
    case 'other-payer':
      return 'you may have another plan too. Please tell us.'
    default:
      return null
  }
}

function inSpanish(benefit: Benefit, where: string): string | null {
  const { kind, cents, basisPoints, isRemaining, scope, period } = benefit
  const each = eachWords(period, 'es')
  const family = scope === 'family' ? ' para toda su familia' : ''
  const money = cents === null ? null : amount(cents, 'es')
  switch (kind) {
    case 'active':
      if (benefit.code === '5')
        return `su plan aún no dice si ${isOfPlan(benefit) ? 'lo cubre a usted' : 'paga esto'}${where}. Le preguntaremos a su plan.`
      return `${isOfPlan(benefit) ? 'su plan lo cubre a usted' : 'su plan cubre esto'}${where}.${isOfQmb(benefit) ? ' No debe nada por lo que Medicare cubre.' : ''}`
    case 'inactive':
      return isOfPlan(benefit) ? 'su plan no está activo. Díganos si tiene otro plan.' : 'su plan no cubre esto ahora.'
    case 'copay':
      if (money === null) return null
      if (cents === 0) return `no paga nada${isOfVisit(benefit) ? ' en la visita' : each}${where}.`
      return `usted paga ${money}${each}${where}.`
    case 'coinsurance':
      if (basisPoints === null) return null
      if (basisPoints === 0) return `su plan paga toda la cuenta${where}.`
      if (basisPoints >= 10_000) return `usted paga toda la cuenta${eachShareWords(period, 'es')}${where}.`
      return `usted paga ${share(basisPoints, 'es')} de la cuenta${eachShareWords(period, 'es')}${where}. Su plan paga el resto.`
    case 'deductible':
      if (money === null) return null
      if (isUsed(benefit))
        return `ya pagó ${money} en lo que va del año${family}${where}. Esto cuenta para su deducible.`
      if (cents === 0)
        return isRemaining
          ? `ya pagó todo su deducible${family}${where}. Ahora su plan paga su parte.`
          : `no tiene que pagar un deducible${where}.`
      return isRemaining
        ? `todavía paga ${money}${family} antes de que su plan pague${where}.`
        : `usted paga los primeros ${money}${each}${family}${where}.`
    case 'out-of-pocket':
      if (money === null) return null
      if (isUsed(benefit))
        return `ya pagó ${money} en lo que va del año${family}${where}. Esto cuenta para lo más que tiene que pagar.`
      if (!isRemaining) return `lo más que paga${withinWords(period, 'es')} es ${money}${family}${where}.`
      if (cents === 0)
        return `ya pagó lo más que tiene que pagar${period === null ? ' este año' : each}${family}${where}. Su plan paga el resto.`
      return `cuando pague ${money} más${family}, su plan paga el resto${period === null ? ' del año' : ''}${where}.`
    case 'limitation':
      return limitOf(benefit, where, 'es')
    case 'not-covered':
    case 'exclusion':
      return `su plan no paga esto${where}.`
    case 'other-payer':
      return 'puede que tenga otro plan. Por favor díganos.'
    default:
      return null
  }
}
