import { formatPhone } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session.ts'
import { Button, buttonClass, useShortcuts } from '../../../ui/index.ts'
import { ReachNotes } from '../../relatives/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import type { StepProps } from './step-props.ts'

export function ContactStep({ item, checkIn, today, acts }: StepProps) {
  const { say } = useWords()
  const mayChange = useMay('patient.change')
  const { phone, email, address, notes } = checkIn.contact
  const isToday = item.state === 'ready' && item.on === today
  const confirm = () => acts.confirm('contact')
  useShortcuts({ c: { label: say('contactDo'), run: confirm } }, { isEnabled: !isToday })
  const lines = [
    { label: say('phone'), value: phone && formatPhone(phone) },
    { label: say('email'), value: email },
    { label: say('address'), value: address },
  ]
  return (
    <>
      <dl className={styles.lines}>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? say('notKnown')}</dd>
          </div>
        ))}
      </dl>
      <ReachNotes notes={notes} className={styles.notes} />
      <div className={styles.actions}>
        {isToday ? (
          <Button size="sm" variant="quiet" onPress={() => acts.takeBack('contact')}>
            {say('undoStep')}
          </Button>
        ) : (
          <Button size="sm" variant={item.state === 'ready' ? 'plain' : 'go'} shortcut="c" onPress={confirm}>
            {say('contactDo')}
          </Button>
        )}
        {mayChange && (
          <Link
            to="/patients/$patientId"
            params={{ patientId: checkIn.visit.patient.id }}
            className={buttonClass({ size: 'sm' })}
          >
            {say('contactEdit')}
          </Link>
        )}
      </div>
    </>
  )
}
