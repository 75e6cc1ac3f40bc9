import { practice } from '@foyer/contract'
import { addDays, daysBetween, minuteAt, Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { Button, DateField, Dialog, TextField, TimeField } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { Told } from '../refusals.ts'
import type { Day } from '../shapes.ts'
import { ToldNotice } from '../told-notice.tsx'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { BothClocks } from './both-clocks.tsx'
import { useChangeBlock } from './use-change-block.ts'

type ChangeBlockProps = {
  readonly block: Day['blocks'][number]
  readonly names: Names
  readonly onClose: () => void
}

/** Another day and other times for what is closed, or another reason. */
export function ChangeBlock({ block, names, onClose }: ChangeBlockProps) {
  const { say } = useWords()
  const here = names.of(block.resourceId)
  const { zone } = here
  const day = here.dateOf(block.start)
  const [date, setDate] = useState<string | null>(day)
  const [first, last] = [minuteOf(block.start, zone), minuteOf(block.end, zone) || null]
  const [from, setFrom] = useState<number | null>(first)
  // The midnight that ends a day has no place in a field: what is left empty there stays as it is.
  const [to, setTo] = useState<number | null>(last)
  const [reason, setReason] = useState(block.reason ?? '')
  const [told, tell] = useState<Told | null>(null)
  const [isBooked, setBooked] = useState(false)
  const change = useChangeBlock(names, tell)
  const words = reason.trim()
  const isSame = from === first && to === last
  const days = date === null ? null : daysBetween(day, date)
  const isReady = words !== '' && days !== null && (isSame || (from !== null && to !== null && from < to))

  const confirm = async (aroundVisits: boolean) => {
    if (!isReady || days === null) return
    const times = isSame || from === null || to === null ? {} : { times: { startMinute: from, endMinute: to } }
    const done = await change(block, { ...times, days, reason: words, aroundVisits })
    setBooked(done === 'visits-booked')
    if (done === 'changed') onClose()
  }
  const footer = (
    <>
      <Button variant="go" isDisabled={!isReady} onPress={() => void confirm(false)}>
        {say('blockChangeDo')}
      </Button>
      {isBooked && (
        <Button isDisabled={!isReady} onPress={() => void confirm(true)}>
          {say('blockAround')}
        </Button>
      )}
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('blockChangeTitle', { name: names.nameOf(block.resourceId) })}
      footer={footer}
      size="sm"
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void confirm(false)
        }}
      >
        {told && <ToldNotice told={told} />}
        <DateField
          label={say('blockDate')}
          value={date}
          onChange={setDate}
          minValue={addDays(day, -practice.mostBlockDays)}
          maxValue={addDays(day, practice.mostBlockDays)}
          autoFocus
        />
        <div className={styles.pair}>
          <TimeField label={say('from')} value={from} onChange={setFrom} />
          <TimeField label={say('to')} value={to} onChange={setTo} />
        </div>
        <BothClocks names={here} date={date} from={from} to={to} />
        <TextField
          label={say('blockReason')}
          description={say('blockChangeAll')}
          value={reason}
          onChange={setReason}
          maxLength={120}
        />
      </form>
    </Dialog>
  )
}

function minuteOf(instant: string, zone: string): number {
  return minuteAt(Temporal.Instant.from(instant), zone)
}
