import { useWords } from '../use-words.ts'
import type { Hours } from '../shapes.ts'
import { sameHours, hoursOn, weekdays } from './week.ts'
import styles from './week-strip.module.css'
import { weekdayName } from './weekday-names.ts'

const column = 20
const bar = 14
const height = 34
const earliest = 7 * 60
const latest = 19 * 60

/** The week at a glance: a bar per day. The sentence beside it says the same and is what is read aloud. */
export function WeekStrip({ hours }: { readonly hours: readonly Hours[] }) {
  const { say, locale } = useWords()
  const from = Math.min(earliest, ...hours.map(({ startMinute }) => startMinute))
  const to = Math.max(latest, ...hours.map(({ endMinute }) => endMinute))
  const y = (minute: number) => ((minute - from) / (to - from)) * height
  return (
    <div className={styles.week}>
      <svg width={7 * column} height={height + 14} aria-hidden className={styles.strip}>
        {weekdays.map((weekday, index) => (
          <g key={weekday} transform={`translate(${index * column} 0)`}>
            <rect width={bar} height={height} rx={3} className={styles.track} />
            {hoursOn(hours, weekday).map(({ startMinute, endMinute }) => (
              <rect
                key={startMinute}
                y={y(startMinute)}
                width={bar}
                height={Math.max(2, y(endMinute) - y(startMinute))}
                rx={2}
                className={styles.open}
              />
            ))}
            <text x={bar / 2} y={height + 12} textAnchor="middle" className={styles.day}>
              {weekdayName(weekday, locale, 'narrow')}
            </text>
          </g>
        ))}
      </svg>
      <HoursText hours={hours} empty={say('noHours')} />
    </div>
  )
}

function HoursText({ hours, empty }: { readonly hours: readonly Hours[]; readonly empty: string }) {
  const { locale } = useWords()
  const lines = sameHours(hours)
  const name = (weekday: number) => weekdayName(weekday, locale, 'short')
  const span = ([first, last]: readonly [number, number]) =>
    first === last ? name(first) : `${name(first)}–${name(last)}`
  if (lines.length === 0) return <p className={styles.text}>{empty}</p>
  return (
    <ul className={styles.text}>
      {lines.map(({ runs, times }) => (
        <li key={times}>
          <b>{runs.map(span).join(', ')}</b> {times}
        </li>
      ))}
    </ul>
  )
}
