import { arrival, scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { CancelWhy, useCancelWhy } from './cancel-why.tsx'
import { tellFault, tellIfOffline, tellRefusal, type Told } from '../refusals.ts'
import type { Appointment } from '../shapes.ts'
import { bookAgain } from '../undo/book-again.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
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
  const why = useCancelWhy()
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
    try {
      const answer = await cancel.act({
        appointmentId: appointment.id,
        ...why.said,
        version: appointment.version,
      })
      void refresh(scheduling.readDay, scheduling.readAppointment, scheduling.readSeries, scheduling.readChain)
      if (!answer.ok) {
        return tell(tellRefusal(answer.error, { say, ...names, person: name }))
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
        <CancelWhy {...why} />
      </div>
    </Dialog>
  )
}
