import { minuteAt, Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { Button, Checkbox, DateField, Popover, TimeField } from '../../../ui/index.ts'
import type { Opening } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import type { MovedTo } from './series-question.ts'
import type { Series } from './use-series.ts'

type SeriesLineProps = {
  readonly series: Series
  readonly planned: Series['occurrences'][number]
  readonly names: Names
  readonly zone: string
  readonly today: string
  readonly onLook: (opening: Opening) => void
}

/** An occurrence: taken at its time or at the nearest, left out, or moved to a day and time by hand. */
export function SeriesLine({ series, planned, names, zone, today, onLook }: SeriesLineProps) {
  const { say } = useWords()
  const { occurrence, start, isMet, opening } = planned
  const when = names.whenOf(start)
  const isMoved = series.isMoved(occurrence)
  return (
    <li data-met={isMet || undefined}>
      <Checkbox
        isSelected={opening !== null && !series.isLeft(occurrence)}
        isDisabled={opening === null}
        onChange={() => series.toggle(occurrence)}
        onFocus={() => opening && onLook(opening)}
      >
        {textOf(planned, names, say)}
        {isMoved && <small> · {say('seriesMoved')}</small>}
      </Checkbox>
      <MoveTo
        label={say('seriesMoveOf', { when })}
        from={{ date: names.dateOf(start), atMinute: minuteAt(Temporal.Instant.from(start), zone) }}
        today={today}
        onMove={(to) => series.moveTo(occurrence, to)}
        onBack={isMoved ? () => series.moveTo(occurrence, null) : undefined}
      />
    </li>
  )
}

function textOf(
  { start, isMet, opening }: SeriesLineProps['planned'],
  names: Names,
  say: ReturnType<typeof useWords>['say'],
): string {
  const when = names.whenOf(start)
  if (opening === null) return say('seriesNothing', { when })
  const who = names.nameOf(opening.assignments[0]?.resourceId ?? '')
  if (isMet) return say('seriesAt', { when, who })
  const isSameDay = names.dateOf(start) === names.dateOf(opening.start)
  const instead = isSameDay ? names.clockOf(opening.start) : names.whenOf(opening.start)
  return say('seriesNear', { when, instead, who })
}

type MoveToProps = {
  readonly label: string
  readonly from: MovedTo
  readonly today: string
  readonly onMove: (to: MovedTo) => void
  /** Absent where it is at its own time. */
  readonly onBack: (() => void) | undefined
}

function MoveTo({ label, from, today, onMove, onBack }: MoveToProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const trigger = (
    <Button size="sm" variant="quiet" aria-label={label}>
      {say('seriesMove')}
    </Button>
  )
  return (
    <Popover trigger={trigger} label={label} isOpen={isOpen} onOpenChange={setOpen}>
      <MoveForm
        from={from}
        today={today}
        onMove={(to) => {
          setOpen(false)
          onMove(to)
        }}
        onBack={
          onBack &&
          (() => {
            setOpen(false)
            onBack()
          })
        }
      />
    </Popover>
  )
}

function MoveForm({ from, today, onMove, onBack }: Omit<MoveToProps, 'label'>) {
  const { say } = useWords()
  const [date, setDate] = useState<string | null>(from.date)
  const [atMinute, setMinute] = useState<number | null>(from.atMinute)
  const isSet = date !== null && date >= today && atMinute !== null
  return (
    <form
      className={styles.moveTo}
      onSubmit={(event) => {
        event.preventDefault()
        if (isSet) onMove({ date, atMinute })
      }}
    >
      <DateField label={say('seriesMoveDate')} value={date} onChange={setDate} minValue={today} autoFocus />
      <TimeField label={say('seriesMoveTime')} value={atMinute} onChange={setMinute} />
      <Button type="submit" size="sm" variant="go" isDisabled={!isSet}>
        {say('seriesMoveDo')}
      </Button>
      {onBack && (
        <Button size="sm" variant="quiet" onPress={onBack}>
          {say('seriesMoveBack')}
        </Button>
      )}
    </form>
  )
}
