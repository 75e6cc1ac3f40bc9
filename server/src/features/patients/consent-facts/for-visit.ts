import { dateAt, Temporal } from '@foyer/kernel'
import { consentNeeds, isForVisit } from '@foyer/patients'
import type { ConsentFact } from '@foyer/readiness'
import type { ConsentRow, ConsentTextRow } from './store.ts'

export interface AskedOf {
  readonly texts: readonly ConsentTextRow[]
  readonly consents: readonly ConsentRow[]
  /** What the person reads, best first. */
  readonly languages: readonly string[]
  /** Civil date of the visit, in the zone of its site. */
  readonly date: string
  readonly timeZone: string
  readonly isTelehealth: boolean
}

/** How everything that is to be signed for a visit stands on its day. */
export function consentsForVisit({ timeZone, ...facts }: AskedOf): readonly ConsentFact[] {
  return consentNeeds(facts)
    .filter(({ kind }) => isForVisit(kind, facts.isTelehealth))
    .map(({ kind, state, isOpen, consent }) => ({
      kind,
      state,
      isOpen,
      on:
        consent === null
          ? null
          : state === 'expired'
            ? consent.expiresOn
            : dateAt(Temporal.Instant.from(consent.signedAt), timeZone),
    }))
}
