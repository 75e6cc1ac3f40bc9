import type { ConfidentialContact, Unreachable } from './addressing.ts'
import type { OwnContact } from './reach-notes.ts'

/** Where a person of the desk tells somebody to whom no message goes; both null: when they are here. */
export interface ByHand {
  /** A number in E.164. */
  readonly call: string | null
  readonly letter: string | null
}

/**
 * By what means somebody is told whom no e-mail may reach. A wish is followed and nothing besides it (45 CFR 164.522(b)).
 * What is confidential goes by no number or home address of the record: others of the home may answer or open it.
 */
export function reachByHand(
  wish: ConfidentialContact | null,
  contacts: readonly OwnContact[],
  address: string | null,
  reason: Unreachable | 'not-sent',
): ByHand {
  if (reason === 'deceased') return { call: null, letter: null }
  const phone = contacts.find(({ system }) => system === 'phone')?.value ?? null
  if (wish) {
    const isConfidential = reason === 'confidential'
    return {
      call: wish.ways.includes('call') ? (wish.phone ?? (isConfidential ? null : phone)) : null,
      letter: wish.ways.includes('letter') ? (wish.address ?? (isConfidential ? null : address)) : null,
    }
  }
  return reason === 'confidential' ? { call: null, letter: null } : { call: phone, letter: address }
}
