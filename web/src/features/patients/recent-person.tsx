import { patients } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useAsk } from '../../app/ask.ts'
import { ProblemError } from '../../app/client.ts'
import { Skeleton } from '../../ui/index.ts'
import styles from './patients.module.css'
import { TwoIdentifiers } from './two-identifiers.tsx'
import { useWords } from './use-words.ts'

/** A person opened before; only the id was kept, the rest is asked again. */
export function RecentPerson({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const { data, error } = useAsk(patients.readPatient, { patientId })
  if (error instanceof ProblemError && error.type === 'restricted') return <span>{say('restrictedRecent')}</span>
  if (!data) return <Skeleton lines={1} />
  return (
    <span className={styles.hit}>
      <span className={styles.hitName}>{displayName(data.patient.name)}</span>
      <span className={styles.hitFacts}>
        <TwoIdentifiers person={data.patient} />
      </span>
    </span>
  )
}
