import type { Reply, selfBooking } from '@foyer/contract'

export type Offer = Reply<typeof selfBooking.readOffer>
export type Kind = Offer['visitTypes'][number]
export type Place = Offer['places'][number]
export type Times = Reply<typeof selfBooking.findTimes>
export type Time = Times['times'][number]
export type Kept = Reply<typeof selfBooking.keepTime>
export type Booked = Reply<typeof selfBooking.bookForMyself>
export type MyVisit = Reply<typeof selfBooking.readMyVisit>

export const steps = ['what', 'where', 'when', 'name', 'birth', 'contact', 'check', 'code', 'done'] as const
export type StepName = (typeof steps)[number] | 'call' | 'begin'

/** What was answered so far. It stays on this phone, in this tab, and goes with it. */
export interface Draft {
  readonly kind: string | null
  readonly place: string | null
  readonly kept: Kept | null
  readonly given: string
  readonly family: string
  readonly month: string
  readonly day: string
  readonly year: string
  readonly phone: string
  readonly email: string
  readonly mayWrite: boolean
  readonly booked: Booked | null
}

export const emptyDraft: Draft = {
  kind: null,
  place: null,
  kept: null,
  given: '',
  family: '',
  month: '',
  day: '',
  year: '',
  phone: '',
  email: '',
  mayWrite: false,
  booked: null,
}

function keyOf(organization: string): string {
  return `foyer.book.${organization}`
}

export function loadDraft(organization: string): Draft {
  try {
    const stored = JSON.parse(sessionStorage.getItem(keyOf(organization)) ?? '{}') as Partial<Draft>
    return { ...emptyDraft, ...stored }
  } catch {
    return emptyDraft
  }
}

/** What is done is forgotten: the next person at this phone finds nothing. */
export function storeDraft(organization: string, draft: Draft): void {
  try {
    if (draft.booked || draft === emptyDraft) sessionStorage.removeItem(keyOf(organization))
    else sessionStorage.setItem(keyOf(organization), JSON.stringify(draft))
  } catch {
    // Storage may be blocked: the answers then last until the page is left.
  }
}
