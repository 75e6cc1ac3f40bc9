import type { OtherPayer } from '../benefits/eligibility.ts'

/** A payer of the practice's directory, with every number under which it is known anywhere. */
export interface KnownPayer {
  readonly id: string
  readonly name: string
  readonly identifiers: readonly string[]
}

/** A policy that stands in the record and has not ended. */
export interface RecordedPolicy {
  readonly payerId: string
  readonly payerName: string
  readonly memberId: string | null
}

/** A policy with another payer, as an answer tells of it. Civil dates; null: not said. */
export interface OtherPolicy {
  readonly payer: string
  readonly payerIdentifier: string | null
  readonly memberId: string | null
  readonly groupNumber: string | null
  readonly order: OtherPayer['order']
  readonly from: string | null
  readonly until: string | null
  /** Who holds it, where the payer names somebody. */
  readonly holder: string | null
}

const businessWords = /\b(?:INC|LLC|LTD|CO|CORP|CORPORATION|COMPANY|THE)\b/g

function foldedName(name: string): string {
  const folded = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/&/g, ' AND ')
  const bare = folded.replace(businessWords, '').replace(/[^A-Z0-9]/g, '')
  return bare === '' ? folded.replace(/[^A-Z0-9]/g, '') : bare
}

function foldedNumber(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

type Named = Pick<OtherPolicy, 'payer' | 'payerIdentifier'>

/**
 * Which payer of the directory is meant: the only one that is known under the number, else the only one of that name. Two
 * clearinghouses may give one number to two payers; then the name tells them apart, or nothing does.
 */
export function payerMeant(payers: readonly KnownPayer[], { payer, payerIdentifier }: Named): KnownPayer | null {
  const number = foldedNumber(payerIdentifier ?? '')
  const numbered = number === '' ? [] : payers.filter((one) => one.identifiers.map(foldedNumber).includes(number))
  if (numbered.length === 1) return numbered[0] ?? null
  const among = numbered.length > 1 ? numbered : payers
  const named = among.filter(({ name }) => foldedName(name) === foldedName(payer))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** The policy of the record that is this one or with the same payer; null: none is. */
export function coveredBy<P extends RecordedPolicy>(
  other: Pick<OtherPolicy, 'payer' | 'memberId'>,
  payerId: string | null,
  policies: readonly P[],
): P | null {
  const number = foldedNumber(other.memberId ?? '')
  return (
    policies.find(
      (one) =>
        one.payerId === payerId ||
        foldedName(one.payerName) === foldedName(other.payer) ||
        (number !== '' && foldedNumber(one.memberId ?? '') === number),
    ) ?? null
  )
}

/** What tells one policy from another, however a later answer dates it. */
export function otherPolicyKey({ payer, memberId }: Pick<OtherPolicy, 'payer' | 'memberId'>): string {
  return `${foldedName(payer)} ${foldedNumber(memberId ?? '')}`.trim()
}

/**
 * Policies with other payers that an answer tells of and that hold on the day or begin later, each once. One whose payer is
 * not named is nothing that could be written into a record.
 */
export function otherPolicies(said: readonly OtherPayer[], on: string): readonly OtherPolicy[] {
  const all = said.flatMap(({ payer, memberId, groupNumber, order, dates, holder }): OtherPolicy[] => {
    if (payer === null || payer.name.trim() === '') return []
    const { from = null, until = null } = dates.find(({ kind }) => kind === 'coordination') ?? dates[0] ?? {}
    if (until !== null && until < on) return []
    return [
      {
        payer: payer.name.trim(),
        payerIdentifier: payer.id?.value ?? null,
        memberId,
        groupNumber,
        order,
        from,
        until,
        holder,
      },
    ]
  })
  return [...new Map(all.toReversed().map((one) => [otherPolicyKey(one), one])).values()].toReversed()
}
