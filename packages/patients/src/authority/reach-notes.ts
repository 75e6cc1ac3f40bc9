import type { ConfidentialContact, ContactWay } from './addressing.ts'

/** A number or an e-mail address of the record that is in use. */
export interface OwnContact {
  readonly system: 'phone' | 'email'
  /** A number in E.164. */
  readonly value: string
  /** Others answer or read it too: said so by the patient, or it stands on another's record. */
  readonly isShared: boolean
  /** As it was said, such as `daughter`; null: not said. */
  readonly sharedWith: string | null
  readonly mayLeaveMessage: boolean
}

/** One thing to heed before somebody calls or writes. */
export type ReachNote =
  | { readonly kind: 'only-by'; readonly ways: ContactWay[] }
  | { readonly kind: 'call-only' | 'write-only' | 'letter-only'; readonly value: string }
  | { readonly kind: 'no-message' }
  | {
      readonly kind: 'shared'
      readonly system: OwnContact['system']
      readonly value: string
      readonly with: string | null
    }
  | { readonly kind: 'remark'; readonly text: string }

/**
 * What the desk must heed when it reaches for a patient, in the order in which it matters: the ways they asked for and no
 * others, where (45 CFR 164.522(b)), whether a message may be left, who else answers there. On a number that others
 * answer no message is left unless that was allowed: it would tell them of the visit (164.502(a)).
 */
export function reachNotes(wish: ConfidentialContact | null, contacts: readonly OwnContact[]): readonly ReachNote[] {
  const byPhone = wish === null || wish.ways.some((way) => way === 'call' || way === 'text')
  const byEmail = wish === null || wish.ways.includes('email')
  // What the wish names takes the place of what stands on the record, and a way that is not asked for is not taken.
  const used = contacts.filter(({ system, isShared }) => {
    if (!isShared) return false
    return system === 'phone' ? byPhone && !wish?.phone : byEmail && !wish?.email
  })
  const mayLeave = wish
    ? !byPhone || wish.leaveMessage
    : used.every((one) => one.system === 'email' || one.mayLeaveMessage)
  const silence: readonly ReachNote[] = mayLeave ? [] : [{ kind: 'no-message' }]
  const shared = used.map(
    ({ system, value, sharedWith }): ReachNote => ({ kind: 'shared', system, value, with: sharedWith }),
  )
  if (wish === null) return [...shared, ...silence]
  const remark: readonly ReachNote[] = wish.remarks ? [{ kind: 'remark', text: wish.remarks }] : []
  return [{ kind: 'only-by', ways: [...wish.ways] }, ...placesOf(wish), ...silence, ...shared, ...remark]
}

function placesOf({ ways, phone, email, address }: ConfidentialContact): readonly ReachNote[] {
  const isByPhone = ways.includes('call') || ways.includes('text')
  return [
    ...(isByPhone && phone ? [{ kind: 'call-only', value: phone } as const] : []),
    ...(ways.includes('email') && email ? [{ kind: 'write-only', value: email } as const] : []),
    ...(ways.includes('letter') && address ? [{ kind: 'letter-only', value: address } as const] : []),
  ]
}
