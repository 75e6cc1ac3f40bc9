import type { CoverageState } from '../benefits/eligibility.ts'
import { day, type Language } from './words.ts'

/** That the plan does not hold on the day, or that the payer says both, for the patient; null where its lines say how it is. */
export function patientState({ because, on, from, until }: CoverageState, language: Language): string | null {
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  const other = is('Please tell us if you have another plan.', 'Díganos si tiene otro plan.')
  if (because === 'ended' || because === 'cobra-ended') {
    const date = day(until ?? on, language)
    return `${is(`Your plan ended on ${date}.`, `Su plan terminó el ${date}.`)} ${other}`
  }
  if (because === 'not-begun') {
    const date = day(from ?? on, language)
    return `${is(`Your plan starts on ${date}.`, `Su plan comienza el ${date}.`)} ${other}`
  }
  // Of a death in the payer's record the desk speaks in person.
  if (because === 'died')
    return is(
      'Your plan says that it does not cover you now. We will ask your plan.',
      'Su plan dice que no lo cubre ahora. Le preguntaremos a su plan.',
    )
  if (because === 'contradicts')
    return is(
      'Your plan says both that you are covered and that you are not. We will ask your plan.',
      'Su plan dice que usted está cubierto y también que no. Le preguntaremos a su plan.',
    )
  return null
}
