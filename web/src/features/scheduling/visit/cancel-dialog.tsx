import { arrival, cancelReasons, scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, Dialog, RadioGroup, TextField } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { tellFault, tellIfOffline, tellRefusal, type Told } from '../refusals.ts'
import type { Appointment } from '../shapes.ts'
import { bookAgain } from '../undo/book-again.ts'
import { offerUndo } from '../undo/undo-store.ts'
import { ToldNotice } from '../told-notice.tsx'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type CancelDialogProps = {
  readonly appointment: Appointment
  readonly names: Names
  readonly onClose: () => void
  readonly onCancelled: () => void
}

export function CancelDialog({ appointment, names, onClose, onCancelled }: CancelDialogProps) {
  const { say } = useWords()
  const [reason, setReason] = useState<(typeof cancelReasons)[number]>('patient')
  const [note, setNote] = useState('')
  const [told, tell] = useState<Told | null>(null)
  const cancel = useAct(scheduling.cancelAppointment)
  const undo = useAct(arrival.undoVisit)
  const name = displayName(appointment.patient.name)
  const when = names.whenOf(appointment.start)

  const confirm = async () => {
    if (cancel.isPending) return
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return
    const words = note.trim()
    try {
      const answer = await cancel.act({
        appointmentId: appointment.id,
        reason,
        note: words === '' ? null : words,
        version: appointment.version,
      })
      void refresh(scheduling.readDay, scheduling.readAppointment)
      if (!answer.ok) {
        return tell(tellRefusal(answer.error, { say, nameOf: names.nameOf, whenOf: names.whenOf, person: name }))
      }
      offerUndo(say('cancelled', { name, when }), say('undoKey'), () =>
        bookAgain(appointment, { undo: undo.act, say, name, when }),
      )
      onCancelled()
    } catch (error) {
      tell(tellFault(error, say))
    }
  }

  const footer = (
    <>
      <Button variant="danger" onPress={() => void confirm()}>
        {say('cancelDo')}
      </Button>
      <Button onPress={onClose}>{say('cancelKeep')}</Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={say('cancelTitle', { name })} footer={footer} size="sm">
      <div className={styles.form}>
        <p>{say('cancelText', { when })}</p>
        {told && <ToldNotice told={told} />}
        <RadioGroup
          label={say('cancelWhy')}
          options={cancelReasons.map((id) => ({ id, label: say(`cancelledBy_${id === 'other' ? 'else' : id}`) }))}
          value={reason}
          onChange={(id) => setReason(cancelReasons.find((one) => one === id) ?? 'other')}
        />
        <TextField label={say('cancelNote')} value={note} onChange={setNote} maxLength={200} />
      </div>
    </Dialog>
  )
}
