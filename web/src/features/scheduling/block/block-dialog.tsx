import { practice, scheduling } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { Button, buttonClass, Dialog, TextField, TimeField } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import { ToldNotice } from '../told-notice.tsx'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { takeBack } from '../undo/take-back.ts'
import { useWords } from '../words.ts'
import type { Names } from '../use-names.ts'
import { BothClocks } from './both-clocks.tsx'
import { blockNotMade } from './block-refusal.ts'

/** A stretch of a resource's day; minutes since local midnight. */
export type Stretch = {
  readonly resourceId: string
  readonly resourceName: string
  readonly date: string
  readonly startMinute: number
  readonly endMinute: number
}

type BlockDialogProps = {
  readonly stretch: Stretch
  readonly names: Names
  readonly onClose: () => void
  readonly onFind?: () => void
  /** Booked at that minute since local midnight instead of closed. */
  readonly onBook?: (startMinute: number) => void
  /** Where a group could meet instead. */
  readonly onGroup?: () => void
}

/** Closes time of a resource for a reason; what is booked there is never lost by it. */
export function BlockDialog({ stretch, names, onClose, onFind, onBook, onGroup }: BlockDialogProps) {
  const { say } = useWords()
  const [from, setFrom] = useState<number | null>(stretch.startMinute)
  const [to, setTo] = useState<number | null>(stretch.endMinute)
  const [reason, setReason] = useState('')
  const [told, tell] = useState<Told | null>(null)
  const [isBooked, setBooked] = useState(false)
  const mayMove = useMay('appointment.move')
  const block = useAct(practice.blockTime)
  const remove = useAct(practice.removeBlock)
  const words = reason.trim()
  const isReady = from !== null && to !== null && from < to && words !== ''

  const confirm = async () => {
    if (block.isPending || from === null || to === null || !isReady) return
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return
    const { resourceId, resourceName, date } = stretch
    try {
      const answer = await block.act({
        resourceIds: [resourceId],
        date,
        startMinute: from,
        endMinute: to,
        reason: words,
      })
      void refresh(scheduling.readDay, scheduling.findOpenings)
      if (!answer.ok) {
        setBooked(answer.error.reason === 'visits-booked' && answer.error.count > 0)
        return tell(blockNotMade(answer.error, say))
      }
      const blockId = answer.value.id
      offerUndo(say('blocked', { name: resourceName, reason: words }), say('undoKey'), () =>
        takeBack(say, async () => {
          await remove.act({ blockId })
          return ok({ text: say('unblocked', { name: resourceName }) })
        }),
      )
      onClose()
    } catch (error) {
      tell(tellFault(error, say))
    }
  }
  const footer = (
    <>
      <Button variant="go" isDisabled={!isReady} onPress={() => void confirm()}>
        {say('blockDo')}
      </Button>
      {onBook && (
        <Button isDisabled={from === null} onPress={() => from !== null && onBook(from)}>
          {say('bookHere')}
        </Button>
      )}
      {onFind && <Button onPress={onFind}>{say('findHere')}</Button>}
      {onGroup && <Button onPress={onGroup}>{say('groupOpenHere')}</Button>}
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('blockTitle', { name: stretch.resourceName })}
      footer={footer}
      size="sm"
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        {told && <ToldNotice told={told} />}
        {isBooked && mayMove && (
          <Link
            to="/repair"
            search={{ resourceId: stretch.resourceId, from: stretch.date }}
            className={buttonClass({ size: 'sm' })}
          >
            {say('repairInstead')}
          </Link>
        )}
        <TextField
          label={say('blockReason')}
          placeholder={say('blockHint')}
          value={reason}
          onChange={setReason}
          maxLength={120}
          autoFocus
        />
        <div className={styles.pair}>
          <TimeField label={say('from')} value={from} onChange={setFrom} />
          <TimeField label={say('to')} value={to} onChange={setTo} />
        </div>
        <BothClocks names={names.of(stretch.resourceId)} date={stretch.date} from={from} to={to} />
      </form>
    </Dialog>
  )
}
