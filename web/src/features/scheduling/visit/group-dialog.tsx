import { displayName } from '@foyer/patients'
import { Button, Dialog, formatBirthDate } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { Day } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type GroupDialogProps = {
  readonly groupId: string
  readonly days: readonly Day[]
  readonly names: Names
  readonly onClose: () => void
  readonly onOpen: (appointmentId: string) => void
}

/** Who sits in a group visit. */
export function GroupDialog({ groupId, days, names, onClose, onOpen }: GroupDialogProps) {
  const { say, locale } = useWords()
  const day = days.find(({ groups }) => groups.some(({ id }) => id === groupId))
  const group = day?.groups.find(({ id }) => id === groupId)
  if (!day || !group) return null
  const people = day.appointments.filter((one) => one.groupSessionId === groupId && one.status !== 'cancelled')
  return (
    <Dialog isOpen onClose={onClose} title={names.typeOf(group.visitTypeId)} size="sm">
      <div className={styles.facts}>
        <p>
          {names.whenOf(group.start)}–{names.timeOf(group.end)} ·{' '}
          {say('seats', { taken: group.taken, seats: group.seats })}
        </p>
        <ul>
          {people.map(({ id, patient }) => (
            <li key={id}>
              <Button size="sm" variant="plain" onPress={() => onOpen(id)}>
                {displayName(patient.name)}
              </Button>{' '}
              <span className={styles.soft}>
                {formatBirthDate(patient.birthDate, locale)} · <span className="id">{patient.mrn}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
