import type { eligibility, Refusal } from '@foyer/contract'
import { formatTime } from '../../../ui/index.ts'
import type { Say } from './use-words.ts'

type Refused = Exclude<
  Refusal<typeof eligibility.askPayer> | Refusal<typeof eligibility.discoverCoverage>,
  { readonly reason: 'restricted-by-patient' }
>

/** What to say when a question was not taken; of a patient’s restriction somebody is asked. */
export function askRefusal(refusal: Refused, zone: string, say: Say): string {
  switch (refusal.reason) {
    case 'asked-just-now':
      return say('refused_asked-just-now', { time: formatTime(refusal.againAt, zone) })
    case 'facts-missing':
      return say('refused_facts-missing', { what: refusal.missing.map((one) => say(`missing_${one}`)).join(' ') })
    case 'not-enrolled':
      return say('refused_not-enrolled')
    case 'no-payer-to-ask':
      return say('refused_no-payer-to-ask')
  }
}
