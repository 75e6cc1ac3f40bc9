import type { Proposal } from './use-decide.ts'
import type { useWords } from './use-words.ts'

type Say = ReturnType<typeof useWords>['say']

/** `AETNA, member W123, pays first, from Jan 1, 2025`: what the source did not say is left out. */
export function policyText(
  policy: NonNullable<Proposal['policy']>,
  { say, day }: { readonly say: Say; readonly day: (date: string) => string },
): string {
  const { payer, knownAs, memberId, groupNumber, order, from, until, holder } = policy
  return [
    payer,
    knownAs !== null && knownAs.toLowerCase() !== payer.toLowerCase() && say('policyKnownAs', { name: knownAs }),
    memberId !== null && say('policyMember', { id: memberId }),
    groupNumber !== null && say('policyGroup', { id: groupNumber }),
    holder !== null && say('policyHolder', { name: holder }),
    order !== 'unsaid' && say(`policyOrder_${order}`),
    from !== null && say('policyFrom', { date: day(from) }),
    until !== null && say('policyUntil', { date: day(until) }),
  ]
    .filter((part) => part !== false)
    .join(', ')
}
