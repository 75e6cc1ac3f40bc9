import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session.ts'
import { buttonClass } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import type { StepProps } from './step-props.ts'

export function InterpreterStep({ item, checkIn, date }: StepProps) {
  const { say } = useWords()
  const mayMove = useMay('appointment.move')
  if (item.state === 'ready' || !mayMove) return null
  return (
    <div className={styles.actions}>
      <Link
        to="/calendar"
        search={{ date, appointmentId: checkIn.visit.appointmentId }}
        className={buttonClass({ size: 'sm' })}
      >
        {say('interpreterDo')}
      </Link>
    </div>
  )
}
