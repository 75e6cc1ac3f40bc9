import type { Benefit } from '../benefits/eligibility.ts'
import { deliveredLimits, limitsOf } from '../benefits/limits.ts'
import { isUsed } from '../benefits/used.ts'
import { limitWords, notUnderstoodWords } from './limits.ts'
import { amount, capitalized, type Language, periodWords, quantityWords } from './words.ts'

/** For how many visits something holds; null where that was not understood and the rest alone would mislead. */
export function boundsOf(benefit: Benefit, language: Language): string | null {
  if (benefit.kind === 'limitation' || benefit.deliveries.length === 0) return ''
  const limits = deliveredLimits(benefit)
  if (notUnderstoodWords(limits, language) !== null) return null
  const words = limits.flatMap((limit) => limitWords(limit, language) ?? []).join(', ')
  if (words === '') return ''
  return language === 'en' ? ` This is for ${words}.` : ` Vale para ${words}.`
}

/** The limits of a plan, whole or not at all: one that was not understood is for the desk to ask about. */
export function limitOf(benefit: Benefit, where: string, language: Language): string | null {
  const limits = limitsOf(benefit)
  const isEn = language === 'en'
  if (notUnderstoodWords(limits, language) !== null || limits.some(({ quantity }) => quantity?.unit.startsWith('S')))
    return null
  const { cents, period, isRemaining } = benefit
  const money = cents === null ? null : amount(cents, language)
  const whole = money !== null && !isRemaining && period !== null ? `${money} ${periodWords(period, language)}` : money
  const most = limits
    .filter((one) => !one.isRemaining && !isUsed(one))
    .flatMap((one) => limitWords(one, language) ?? [])
  const used = limits.flatMap((one) => (isUsed(one) && one.quantity ? quantityWords(one.quantity, language) : []))
  const left = limits.flatMap((one) => (one.isRemaining && one.quantity ? quantityWords(one.quantity, language) : []))
  if (whole !== null)
    (isRemaining ? left : isUsed(benefit) ? used : most).unshift(isUsed(benefit) && money ? money : whole)
  const parts = [
    ...(most.length > 0 ? [`${isEn ? 'your plan pays for up to' : 'su plan paga hasta'} ${most.join(', ')}`] : []),
    ...(used.length > 0
      ? [isEn ? `you have used ${used.join(', ')} so far this year` : `ya usó ${used.join(', ')} en lo que va del año`]
      : []),
    ...(left.length > 0 ? [isEn ? `you have ${left.join(', ')} left` : `le quedan ${left.join(', ')}`] : []),
  ]
  const [first, ...rest] = parts
  return first === undefined ? null : [`${first}${where}.`, ...rest.map((part) => `${capitalized(part)}.`)].join(' ')
}
