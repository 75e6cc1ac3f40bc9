import type { Benefit, CoverageState } from '../benefits/eligibility.ts'
import { deliveredLimits, limitsOf } from '../benefits/limits.ts'
import { limitWords, notUnderstoodWords } from './limits.ts'
import { amount, capitalized, type Language, periodWords, quantityWords, serviceNames, share } from './words.ts'

/**
 * The same for the patient, in short words (reading level 6), where it tells what to pay or what to do; null where the
 * statement is the desk's business, or where the plan as such (`state`) is not active on the day and it would promise what
 * does not hold. `Office visit: you pay $30 in your plan’s network.`
 */
export function patientSentence(
  benefit: Benefit,
  language: Language,
  state?: Pick<CoverageState, 'is'>,
): string | null {
  if (state?.is === 'inactive' && benefit.kind !== 'inactive') return null
  const said = language === 'en' ? inEnglish(benefit) : inSpanish(benefit)
  const bounds = boundsOf(benefit, language)
  if (said === null || bounds === null) return null
  const { serviceTypes, authorization } = benefit
  const unnamed = language === 'en' ? 'this service' : 'este servicio'
  const subject = serviceTypes.length === 0 ? unnamed : serviceNames(serviceTypes, language)
  const sentence = `${isOfPlan(benefit) ? capitalized(said) : `${capitalized(subject)}: ${said}`}${bounds}`
  if (authorization !== 'required') return sentence
  return `${sentence} ${language === 'en' ? 'Your plan must say yes first.' : 'Su plan debe aprobarlo antes.'}`
}

/** For how many visits something holds; null where that was not understood and the rest alone would mislead. */
function boundsOf(benefit: Benefit, language: Language): string | null {
  if (benefit.kind === 'limitation' || benefit.deliveries.length === 0) return ''
  const limits = deliveredLimits(benefit)
  if (notUnderstoodWords(limits, language) !== null) return null
  const words = limits.flatMap((limit) => limitWords(limit, language) ?? []).join(', ')
  if (words === '') return ''
  return language === 'en' ? ` This is for ${words}.` : ` Vale para ${words}.`
}

function isOfPlan({ serviceTypes, procedure }: Benefit): boolean {
  return (serviceTypes.length === 0 && procedure === null) || (serviceTypes.length === 1 && serviceTypes[0] === '30')
}

function inEnglish(benefit: Benefit): string | null {
  const { kind, cents, basisPoints, isRemaining, scope } = benefit
  const where = { in: ' in your plan’s network', out: ' outside your plan’s network', either: '', unsaid: '' }[
    benefit.network
  ]
  const family = scope === 'family' ? ' for your whole family' : ''
  const money = cents === null ? null : amount(cents, 'en')
  switch (kind) {
    case 'active':
      return isOfPlan(benefit) ? `you are covered${where}.` : `your plan covers this${where}.`
    case 'inactive':
      return isOfPlan(benefit)
        ? 'your plan is not active. Please tell us if you have another plan.'
        : 'your plan does not cover this now.'
    case 'copay':
      if (money === null) return null
      return cents === 0 ? `you pay nothing at the visit${where}.` : `you pay ${money}${where}.`
    case 'coinsurance':
      if (basisPoints === null) return null
      if (basisPoints === 0) return `your plan pays the whole bill${where}.`
      return `you pay ${share(basisPoints, 'en')} of the bill${where}. Your plan pays the rest.`
    case 'deductible':
      if (money === null) return null
      if (cents === 0)
        return isRemaining ? `you have met your deductible${family}${where}.` : `you have no deductible${where}.`
      return isRemaining
        ? `you still pay ${money}${family} before your plan pays${where}.`
        : `you pay the first ${money} each year${family}${where}.`
    case 'out-of-pocket':
      if (money === null) return null
      return isRemaining
        ? `once you pay ${money} more${family}, your plan pays the rest of the year${where}.`
        : `the most you pay in a year is ${money}${family}${where}.`
    case 'limitation':
      return limitOf(benefit, 'en')
    case 'not-covered':
    case 'exclusion':
      return `your plan does not pay for this${where}.`
    case 'other-payer':
      return 'you may have another plan too. Please tell us.'
    default:
      return null
  }
}

function inSpanish(benefit: Benefit): string | null {
  const { kind, cents, basisPoints, isRemaining, scope } = benefit
  const where = { in: ' dentro de la red de su plan', out: ' fuera de la red de su plan', either: '', unsaid: '' }[
    benefit.network
  ]
  const family = scope === 'family' ? ' para toda su familia' : ''
  const money = cents === null ? null : amount(cents, 'es')
  switch (kind) {
    case 'active':
      return isOfPlan(benefit) ? `usted está cubierto${where}.` : `su plan cubre esto${where}.`
    case 'inactive':
      return isOfPlan(benefit) ? 'su plan no está activo. Díganos si tiene otro plan.' : 'su plan no cubre esto ahora.'
    case 'copay':
      if (money === null) return null
      return cents === 0 ? `no paga nada en la visita${where}.` : `usted paga ${money}${where}.`
    case 'coinsurance':
      if (basisPoints === null) return null
      if (basisPoints === 0) return `su plan paga toda la cuenta${where}.`
      return `usted paga ${share(basisPoints, 'es')} de la cuenta${where}. Su plan paga el resto.`
    case 'deductible':
      if (money === null) return null
      if (cents === 0)
        return isRemaining ? `ya pagó todo su deducible${family}${where}.` : `no tiene deducible${where}.`
      return isRemaining
        ? `todavía paga ${money}${family} antes de que su plan pague${where}.`
        : `usted paga los primeros ${money} de cada año${family}${where}.`
    case 'out-of-pocket':
      if (money === null) return null
      return isRemaining
        ? `cuando pague ${money} más${family}, su plan paga el resto del año${where}.`
        : `lo más que paga en un año es ${money}${family}${where}.`
    case 'limitation':
      return limitOf(benefit, 'es')
    case 'not-covered':
    case 'exclusion':
      return `su plan no paga esto${where}.`
    case 'other-payer':
      return 'puede que tenga otro plan. Por favor díganos.'
    default:
      return null
  }
}

/** The limits of a plan, whole or not at all: one that was not understood is for the desk to ask about. */
function limitOf(benefit: Benefit, language: Language): string | null {
  const limits = limitsOf(benefit)
  const isEn = language === 'en'
  if (notUnderstoodWords(limits, language) !== null || limits.some(({ quantity }) => quantity?.unit.startsWith('S')))
    return null
  const { cents, period, isRemaining } = benefit
  const money = cents === null ? null : amount(cents, language)
  const whole = money !== null && !isRemaining && period !== null ? `${money} ${periodWords(period, language)}` : money
  const most = limits.filter((one) => !one.isRemaining).flatMap((one) => limitWords(one, language) ?? [])
  const left = limits.flatMap((one) => (one.isRemaining && one.quantity ? quantityWords(one.quantity, language) : []))
  if (whole !== null) (isRemaining ? left : most).unshift(whole)
  const parts = [
    ...(most.length > 0 ? [`${isEn ? 'your plan pays for up to' : 'su plan paga hasta'} ${most.join(', ')}`] : []),
    ...(left.length > 0 ? [isEn ? `you have ${left.join(', ')} left` : `le quedan ${left.join(', ')}`] : []),
  ]
  return parts.length === 0 ? null : `${parts.join(isEn ? ', and ' : ', y ')}.`
}
