import { arrival, scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Appointment } from '../shapes.ts'
import { ToldNotice } from '../told-notice.tsx'
import { bookAllAgain } from '../undo/book-all-again.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { CancelWhy, useCancelWhy } from './cancel-why.tsx'
import type { Part, Whole } from './whole.ts'

type CancelRestDialogProps = {
  readonly appointment: Appointment
  readonly whole: Whole
  /** This visit and the later ones that are still to come. */
  readonly rest: readonly Part[]
  readonly names: Names
  readonly onClose: () => void
}

/** Cancels this visit of a series or chain and all later ones: asked once, taken back in one step. */
export function CancelRestDialog({ appointment, whole, rest, names, onClose }: CancelRestDialogProps) {
  const { say } = useWords()
  const why = useCancelWhy()
  const [told, tell] = useState<Told | null>(null)
  const series = useAct(scheduling.cancelSeries)
  const chain = useAct(scheduling.cancelChain)
  const undo = useAct(arrival.undoVisit)
  const name = displayName(appointment.patient.name)
  const count = rest.length

  const confirm = async () => {
    if (series.isPending || chain.isPending) return
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return
    const said = { ...why.said, fromAt: whole.at }
    try {
      const answer =
        whole.of === 'series'
          ? await series.act({ seriesId: whole.id, ...said })
          : await chain.act({ chainId: whole.id, ...said })
      void refresh(
        scheduling.readDay,
        scheduling.readDays,
        scheduling.readAppointment,
        scheduling.readSeries,
        scheduling.readChain,
      )
      if (!answer.ok)
        return tell({ kind: 'warn', title: say('nothingToCancelTitle'), text: say('nothingToCancelText') })
      const { cancelled } = answer.value
      offerUndo(say('cancelledRest', { name, count: cancelled.length }), say('undoKey'), () =>
        bookAllAgain(cancelled, { undo: undo.act, say, name }),
      )
      onClose()
    } catch (error) {
      tell(tellFault(error, say))
    }
  }

  const footer = (
    <>
      <Button variant="danger" onPress={() => void confirm()}>
        {say('cancelRestDo', { count })}
      </Button>
      <Button onPress={onClose}>{say('cancelRestKeep')}</Button>
    </>
  )
  const first = rest[0]
  const last = rest.at(-1)
  return (
    <Dialog isOpen isAlert onClose={onClose} title={say('cancelRestTitle', { name })} footer={footer} size="sm">
      <div className={styles.form}>
        {first && last && (
          <p>
            {say('cancelRestText', {
              count,
              from: names.at(first.siteId).whenOf(first.start),
              to: names.at(last.siteId).whenOf(last.start),
            })}
          </p>
        )}
        {told && <ToldNotice told={told} />}
        <CancelWhy {...why} />
      </div>
    </Dialog>
  )
}
