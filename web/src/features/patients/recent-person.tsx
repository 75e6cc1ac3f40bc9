import { patients } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useAsk } from '../../app/ask.ts'
import { Skeleton } from '../../ui/index.ts'
import styles from './patients.module.css'
import { TwoIdentifiers } from './two-identifiers.tsx'

/** A person opened before; only the id was kept, the rest is asked again. */
export function RecentPerson({ patientId }: { readonly patientId: string }) {
  const { data } = useAsk(patients.readPatient, { patientId })
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
