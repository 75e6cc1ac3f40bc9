import { type KeyboardEvent, useRef } from 'react'
import { formatDay, formatDayLong, VisuallyHidden } from '../../../ui/index.ts'
import { useTitle } from '../bar/use-title.ts'
import { datesIn, periodOf } from '../days/period.ts'
import { useWords } from '../words.ts'
import { DayCell } from './day-cell.tsx'
import type { MonthDay } from './month-model.ts'
import styles from './month.module.css'

type MonthViewProps = {
  /** By date; while none have arrived, the days wait for them. */
  readonly days: ReadonlyMap<string, MonthDay>
  readonly date: string
  readonly today: string
  /** Openings for the wish by date; null where no visit type was wished for. */
  readonly openings: ReadonlyMap<string, number> | null
  readonly onDay: (date: string) => void
}

/** How full each day of a month is. A day opens with Enter; arrows go from day to day. */
export function MonthView({ days, date, today, openings, onDay }: MonthViewProps) {
  const { say, locale } = useWords()
  const title = useTitle('month', date)
  const table = useRef<HTMLTableElement>(null)
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
      <VisuallyHidden>
        <p role="status">{days.size === 0 ? say('loadingMonth') : ''}</p>
      </VisuallyHidden>
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
                    day={days.get(one)}
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
