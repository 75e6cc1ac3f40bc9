import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session.ts'
import { buttonClass } from '../../../ui/index.ts'
import { useMissingText } from '../../patients/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import type { StepProps } from './step-props.ts'

/** What is required and not known; it goes away by itself when it is filled. */
export function RegistrationStep({ item, checkIn }: StepProps) {
  const { say } = useWords()
  const missingText = useMissingText()
  const mayChange = useMay('patient.change')
  return (
    <>
      {item.fields.length > 0 && <p>{missingText(item.fields)}</p>}
      {mayChange && (
        <div className={styles.actions}>
          <Link
            to="/patients/$patientId"
            params={{ patientId: checkIn.visit.patient.id }}
            className={buttonClass({ size: 'sm' })}
          >
            {say('registrationDo')}
          </Link>
        </div>
      )}
    </>
  )
}
