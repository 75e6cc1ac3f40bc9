import type { ReferralSaid } from '../benefits/referral.ts'
import type { Language } from './words.ts'

/** `Referral: the payer names number R-77123.`, or the payer’s own words under that title. */
export function referralSentence({ said, value }: Pick<ReferralSaid, 'said' | 'value'>, language: Language): string {
  if (said === 'words') return `${referralTitle(language)} “${value}”`
  return language === 'en'
    ? `Referral: the payer names number ${value}.`
    : `Referencia médica: el seguro indica el número ${value}.`
}

/** Before words of the payer that hold the word, and that nobody interprets. */
export function referralTitle(language: Language): string {
  return language === 'en' ? 'Referral, in the payer’s words:' : 'Referencia médica, en palabras del seguro:'
}
