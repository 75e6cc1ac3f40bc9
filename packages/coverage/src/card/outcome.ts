import type { Eligibility } from '../benefits/eligibility.ts'

/** An answer in one word. `turned-away`: the payer does not answer now, or not us. */
export type AnswerOutcome = 'active' | 'inactive' | 'unclear' | 'not-found' | 'turned-away'

/** AAA03 (X12 code source 901) that speak of whom was asked about: nobody is found by what was sent. */
const notFound = new Set(['58', '64', '65', '66', '67', '68', '71', '72', '73', '74', '75', '76', '77', '78'])

/** AAA03 that pass by themselves: the payer is not able to answer now (42), or gives no answer in time (80). */
const passing = new Set(['42', '80'])

export function outcomeOf({ state, rejections }: Pick<Eligibility, 'state' | 'rejections'>): AnswerOutcome {
  if (state.is !== 'unclear') return state.is
  const ofWhole = rejections.filter(({ about }) => about !== 'benefit')
  if (state.because !== 'rejected' || ofWhole.length === 0) return 'unclear'
  return ofWhole.some(({ code }) => notFound.has(code)) ? 'not-found' : 'turned-away'
}

/** Whether the same question may be answered a little later: action R or S, or a reason that passes. */
export function mayAnswerLater({ rejections }: Pick<Eligibility, 'rejections'>): boolean {
  return rejections.some(({ code, action }) => passing.has(code) && action !== 'N' && action !== 'C')
}
