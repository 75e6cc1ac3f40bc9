import { Temporal } from '@foyer/kernel'
import { classNames, VisuallyHidden } from '../../../ui/index.ts'
import type { useWords } from '../words.ts'
import type { MonthDay } from './month-model.ts'
import styles from './month.module.css'

type DayCellProps = {
  readonly date: string
  readonly day: MonthDay | undefined
  readonly isOther: boolean
  readonly isToday: boolean
  readonly isReached: boolean
  readonly openings: number | null
  readonly label: string
  readonly say: ReturnType<typeof useWords>['say']
  readonly onDay: (date: string) => void
}

/** A day of the month: a button that says all of it, and what is seen of it. */
export function DayCell({ date, day, isOther, isToday, isReached, openings, label, say, onDay }: DayCellProps) {
  const visits = day && say('visitsCount', { count: day.visits })
  const free = day && !day.isClosed && say('freeTime', { time: hoursOf(day.freeMinutes) })
  const offered = openings !== null && say('openingsCount', { count: openings })
  const full = day && !day.isClosed && say('full', { percent: day.bookedPercent })
  const closed = day?.isClosed ? (day.holiday ?? say('closed')) : null
  const said = closed ? [closed] : [visits, full, free, offered]
  return (
    <button
      type="button"
      data-date={date}
      tabIndex={isReached ? 0 : -1}
      aria-current={isToday ? 'date' : undefined}
      className={classNames(styles.day, isOther && styles.other)}
      data-closed={day?.isClosed || undefined}
      onClick={() => onDay(date)}
    >
      <VisuallyHidden>{[label, ...said].filter(Boolean).join(', ')}</VisuallyHidden>
      <span className={styles.seen} aria-hidden>
        <span className={styles.number}>{Temporal.PlainDate.from(date).day}</span>
        {!day && (
          <>
            <span className={styles.waiting} />
            <span className={styles.waiting} />
          </>
        )}
        {closed && <span className={styles.line}>{closed}</span>}
        {day && !day.isClosed && (
          <>
            <span className={styles.bar}>
              <span style={{ inlineSize: `${day.bookedPercent}%` }} />
            </span>
            <span className={styles.line}>
              <b>{visits}</b>
              <span className={styles.full}> · {full}</span>
            </span>
            <span className={styles.line}>{offered || free}</span>
          </>
        )}
      </span>
    </button>
  )
}

/** Coarse enough for a month: "13 h", below an hour "40 min". */
function hoursOf(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`
}
