import { Temporal } from '@foyer/kernel'
import { classNames, formatDay, formatMinutes } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import type { Preview } from './preview.ts'
import styles from './template.module.css'

type Stretch = { readonly startMinute: number; readonly endMinute: number }

function times({ startMinute, endMinute }: Stretch): string {
  return `${formatMinutes(startMinute)}–${formatMinutes(endMinute)}`
}

/** Every date with what is open, what is new and what is gone, and why a date is special. */
export function PreviewCalendar({ preview }: { readonly preview: Preview }) {
  const { say, locale } = useWords()
  const column = (date: string) => Temporal.PlainDate.from(date).dayOfWeek
  return (
    <ul className={styles.calendar} aria-label={say('previewDates')}>
      {preview.days.map((day, index) => (
        <li
          key={day.date}
          className={styles.date}
          data-closed={day.open.length === 0 ? '' : undefined}
          style={index === 0 ? { gridColumnStart: `var(--first, ${column(day.date)})` } : undefined}
        >
          <b>{formatDay(day.date, locale)}</b>
          {day.holiday !== null && <span className={styles.special}>{day.holiday}</span>}
          {day.exceptions.map((reason) => (
            <span key={reason} className={styles.special}>
              {reason}
            </span>
          ))}
          {day.clock && <span className={styles.special}>{say(`clock_${day.clock}`)}</span>}
          {day.open.length === 0 && <span>{say('closedDay')}</span>}
          {day.open.map((one) => (
            <span key={one.startMinute}>
              {times(one)} {one.label}
            </span>
          ))}
          {day.gained.map((one) => (
            <span key={one.startMinute} className={classNames(styles.gained)}>
              + {times(one)} {say('isNew')}
            </span>
          ))}
          {day.lost.map((one) => (
            <span key={one.startMinute} className={styles.lost}>
              − {times(one)} {say('isGone')}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
