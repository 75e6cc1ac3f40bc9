import { displayName, formatPhone } from '@foyer/patients'
import { EvidenceLine } from './evidence-line.tsx'
import styles from './patients.module.css'
import type { Alike } from './use-alike.ts'
import { TwoIdentifiers } from './two-identifiers.tsx'

/** Somebody who is on record already: who they are, and what agrees with what was typed. */
export function CandidateFacts({ candidate }: { readonly candidate: Omit<Alike[number], 'score'> }) {
  return (
    <>
      <p className={styles.hitName}>{displayName(candidate.name)}</p>
      <p className={styles.hitFacts}>
        <TwoIdentifiers person={candidate} />
      </p>
      {candidate.phone && <p className={styles.hitFacts}>{formatPhone(candidate.phone)}</p>}
      <ul className={styles.evidence}>
        {candidate.evidence.map(({ field, outcome }) => (
          <EvidenceLine key={`${field} ${outcome}`} field={field} outcome={outcome} />
        ))}
      </ul>
    </>
  )
}
