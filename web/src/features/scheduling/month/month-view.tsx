import { Temporal } from '@foyer/kernel'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { classNames, formatDay, formatDayLong, VisuallyHidden } from '../../../ui/index.ts'
import { useTitle } from '../bar/use-title.ts'
import { datesIn, periodOf } from '../days/period.ts'
import type { ViewProps } from '../views/view-props.ts'
import { useWords } from '../words.ts'
import { type MonthDay, monthDayOf } from './month-model.ts'
import styles from './month.module.css'

type MonthViewProps = ViewProps & {
  /** Openings for the wish by date; null where no visit type was wished for. */
  readonly openings: ReadonlyMap<string, number> | null
}

/** How full each day of a month is. A day opens with Enter; arrows go from day to day. */
export function MonthView({ days, date, today, chosen, openings, onDay }: MonthViewProps) {
  const { say, locale } = useWords()
  const title = useTitle('month', date)
  const table = useRef<HTMLTableElement>(null)
  const known = useMemo(() => new Map(days.map((day) => [day.date, monthDayOf(day, chosen)])), [days, chosen])
  const dates = datesIn(periodOf('month', date))
  const weeks = Array.from({ length: dates.length / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7))
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    const from = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined
    const next = step === undefined || from === undefined ? undefined : dates[dates.indexOf(from) + step]
    if (next === undefined) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }
  return (
    <div className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go from one of its buttons to the next */}
      <table ref={table} className={styles.month} aria-label={title} onKeyDown={walk}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((one) => (
              <th key={one} scope="col" abbr={formatDayLong(one, locale).split(',')[0]}>
                {formatDay(one, locale).split(' ')[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td key={one}>
                  <DayCell
                    date={one}
                    day={known.get(one)}
                    isOther={one.slice(0, 7) !== date.slice(0, 7)}
                    isToday={one === today}
                    isReached={one === date}
                    openings={openings && one >= today ? (openings.get(one) ?? 0) : null}
                    label={formatDayLong(one, locale)}
                    say={say}
                    onDay={onDay}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

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

function DayCell({ date, day, isOther, isToday, isReached, openings, label, say, onDay }: DayCellProps) {
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
        {closed && <span className={styles.line}>{closed}</span>}
        {day && !day.isClosed && (
          <>
            <span className={styles.bar}>
              <span style={{ inlineSize: `${day.bookedPercent}%` }} />
            </span>
            <span className={styles.line}>
              <b>{visits}</b> · {full}
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
