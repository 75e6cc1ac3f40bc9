import { instantAt, minuteAt, Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { useToday, useSite } from '../../../app/site.ts'
import { Button, DateField, Dialog, Select, TextField, TimeField } from '../../../ui/index.ts'
import { BothClocks } from '../block/both-clocks.tsx'
import styles from '../calendar.module.css'
import { type MoveReason, mostNote, moveReasons, moveReasonText } from '../move-reason.ts'
import type { Told } from '../refusals.ts'
import type { DayGroup } from '../shapes.ts'
import { ToldNotice } from '../told-notice.tsx'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type GroupMoveDialogProps = {
  readonly group: DayGroup
  readonly names: Names
  readonly told: Told | null
  readonly onClose: () => void
  readonly onMove: (start: string, reason: string) => void
}

/** Another day and time for a group and everybody in it, with whoever leads it and in its room. */
export function GroupMoveDialog({ group, names, told, onClose, onMove }: GroupMoveDialogProps) {
  const { say } = useWords()
  const today = useToday(useSite())
  const [date, setDate] = useState<string | null>(names.dateOf(group.start))
  const [minute, setMinute] = useState<number | null>(minuteAt(Temporal.Instant.from(group.start), names.zone))
  const [reason, setReason] = useState<MoveReason>('clinician')
  const [note, setNote] = useState('')
  const start = date === null || minute === null ? null : instantAt(date, minute, names.zone).toString()
  const isReady = start !== null && start !== group.start
  const confirm = () => {
    if (isReady) onMove(start, moveReasonText(say, reason, note))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('groupMoveTitle', { what: names.typeOf(group.visitTypeId) })}
      description={say('groupMoveLead', { count: group.taken })}
      size="sm"
      footer={
        <>
          <Button variant="go" isDisabled={!isReady} onPress={confirm}>
            {say('move')}
          </Button>
          <Button onPress={onClose}>{say('close')}</Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        {told && <ToldNotice told={told} />}
        <div className={styles.pair}>
          <DateField label={say('groupMoveDate')} value={date} onChange={setDate} minValue={today} autoFocus />
          <TimeField label={say('groupMoveTime')} value={minute} onChange={setMinute} />
        </div>
        <BothClocks names={names} date={date} from={minute} />
        <Select
          label={say('moveReason')}
          options={moveReasons.map((id) => ({ id, label: say(`moveReason_${id}`) }))}
          value={reason}
          onChange={(id) => setReason(moveReasons.find((one) => one === id) ?? 'clinician')}
        />
        <TextField label={say('moveNote')} value={note} onChange={setNote} maxLength={mostNote} autoComplete="off" />
      </form>
    </Dialog>
  )
}
