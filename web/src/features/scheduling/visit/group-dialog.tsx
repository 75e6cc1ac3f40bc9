import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { useMay } from '../../../app/session.ts'
import { Button, Dialog, formatBirthDate, VisuallyHidden } from '../../../ui/index.ts'
import { PersonPicker } from '../../patients/index.ts'
import styles from '../calendar.module.css'
import type { Day, DayGroup } from '../shapes.ts'
import { ToldNotice } from '../told-notice.tsx'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { GroupMoveDialog } from './group-move-dialog.tsx'
import { useGroupActs } from './use-group-acts.ts'

type GroupDialogProps = {
  readonly groupId: string
  readonly days: readonly Day[]
  readonly names: Names
  readonly onClose: () => void
  readonly onOpen: (appointmentId: string) => void
}

export function GroupDialog({ groupId, days, ...rest }: GroupDialogProps) {
  const day = days.find(({ groups }) => groups.some(({ id }) => id === groupId))
  const group = day?.groups.find(({ id }) => id === groupId)
  return day && group ? <OpenedGroup day={day} group={group} {...rest} /> : null
}

type OpenedGroupProps = Omit<GroupDialogProps, 'groupId' | 'days'> & { readonly day: Day; readonly group: DayGroup }

/** Who sits in a group visit, and what is free in it. */
function OpenedGroup({ day, group, onClose, onOpen, ...props }: OpenedGroupProps) {
  const names = props.names.at(day.siteId)
  const { say, locale } = useWords()
  const mayBook = useMay('appointment.book')
  const mayChange = useMay('schedule.block')
  const [isChoosing, setChoosing] = useState(false)
  const [isMoving, setMoving] = useState(false)
  const acts = useGroupActs(group, names)
  const { taken, seats, closed } = group
  const people = day.appointments
    .filter((one) => one.groupSessionId === group.id && one.status !== 'cancelled')
    .toSorted((a, b) => (a.seat ?? 0) - (b.seat ?? 0))
  const footer = (
    <>
      {mayBook && !closed && taken < seats && (
        <Button variant="go" autoFocus onPress={() => setChoosing(true)}>
          {say('groupJoin')}
        </Button>
      )}
      {mayChange && (
        <Button onPress={() => void acts.close(!closed)}>{say(closed ? 'groupReopen' : 'groupClose')}</Button>
      )}
      {mayChange && <Button onPress={() => setMoving(true)}>{say('groupMove')}</Button>}
      {mayChange && taken === 0 && (
        <Button onPress={() => void acts.remove().then((isGone) => isGone && onClose())}>{say('groupRemove')}</Button>
      )}
      {!mayBook && !mayChange && <Button onPress={onClose}>{say('close')}</Button>}
    </>
  )
  return (
    <Dialog isOpen onClose={onClose} title={names.typeOf(group.visitTypeId)} footer={footer} size="sm">
      <div className={styles.facts}>
        {acts.told && !isMoving && <ToldNotice told={acts.told} onOpenVisit={onOpen} />}
        <div aria-live="polite">
          <p>
            {names.spanOf(group.start, group.end)} · {say('seats', { taken, seats })}
          </p>
          <p className={styles.soft}>{closed ? say('groupClosedNow') : say('groupFree', { count: seats - taken })}</p>
        </div>
        <section>
          <h3>{say('groupPeople')}</h3>
          {people.length === 0 && <p>{say('groupNobody')}</p>}
          <ul className={styles.parts}>
            {people.map(({ id, patient, seat }) => (
              <li key={id}>
                <button type="button" className={styles.part} onClick={() => onOpen(id)}>
                  <span className={styles.partNumber} aria-hidden>
                    {seat}
                  </span>
                  <span>
                    <span className={styles.opens}>{displayName(patient.name)}</span>
                    {seat !== null && <VisuallyHidden>, {say('groupSeat', { seat })}</VisuallyHidden>}
                    <br />
                    <span className={styles.soft}>
                      {say('born', { date: formatBirthDate(patient.birthDate, locale) })} ·{' '}
                      <span className="id">{patient.mrn}</span>
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        {isMoving && (
          <GroupMoveDialog
            group={group}
            names={names}
            told={acts.told}
            onClose={() => {
              acts.tell(null)
              setMoving(false)
            }}
            onMove={(start, reason) => void acts.move(start, reason, people).then((isDone) => isDone && onClose())}
          />
        )}
        <Dialog isOpen={isChoosing} onClose={() => setChoosing(false)} title={say('choosePerson')} size="sm">
          <PersonPicker
            onPick={(picked) => {
              setChoosing(false)
              if (picked) void acts.join(picked)
            }}
          />
        </Dialog>
      </div>
    </Dialog>
  )
}
