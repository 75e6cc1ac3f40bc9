import type { Benefit, OtherPayer } from './eligibility.ts'

const orders: Readonly<Record<string, OtherPayer['order']>> = { PRP: 'primary', SEP: 'secondary', TTP: 'tertiary' }
/** NM101 of those who pay: payer, primary, secondary, tertiary payer, third-party administrator, insurer. */
const paying = new Set(['PR', 'PRP', 'SEP', 'TTP', 'TV', 'VN', 'X3'])

/** Payers besides the one that answers (EB01 R), with what it knows of them. */
export function otherPayersOf(benefits: readonly Benefit[]): readonly OtherPayer[] {
  return benefits
    .filter(({ kind }) => kind === 'other-payer')
    .map(({ parties, references, insuranceType, dates, pointer }) => {
      const payer = parties.find(({ role }) => paying.has(role)) ?? null
      const value = (...of: string[]): string | null =>
        references.find(({ qualifier }) => of.includes(qualifier))?.value ?? null
      const insured = parties.find(({ role }) => role === 'IL')
      return {
        payer,
        memberId: value('1W', 'IG', 'NQ', 'F6') ?? insured?.id?.value ?? null,
        groupNumber: value('6P', '1L'),
        order: orders[payer?.role ?? ''] ?? 'unsaid',
        insuranceType,
        holder: insured ? [insured.given, insured.name].filter(Boolean).join(' ') || null : null,
        dates,
        pointer,
      }
    })
}
