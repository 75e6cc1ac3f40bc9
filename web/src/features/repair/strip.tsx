import { Temporal } from '@foyer/kernel'
import { classNames } from '../../ui/index.ts'
import styles from './repair.module.css'
import type { RepairItem } from './shapes.ts'
import { dateOf } from './texts.ts'

const firstMinute = 7 * 60
const lastMinute = 19 * 60

function percentAt(instant: string, timeZone: string): number {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const minute = Math.min(lastMinute, Math.max(firstMinute, local.hour * 60 + local.minute))
  return ((minute - firstMinute) / (lastMinute - firstMinute)) * 100
}

/** The day with where the visit was (an outline) and where it would be (filled). The words beside it say the same. */
export function Strip({ item, timeZone }: { readonly item: RepairItem; readonly timeZone: string }) {
  const { before, proposal } = item
  const isOtherDay = proposal !== null && dateOf(before.start, timeZone) !== dateOf(proposal.start, timeZone)
  const mark = ({ start, end }: { readonly start: string; readonly end: string }) => {
    const from = percentAt(start, timeZone)
    return { x: `${from}%`, width: `${Math.max(1.5, percentAt(end, timeZone) - from)}%` }
  }
  return (
    <svg className={styles.strip} aria-hidden focusable="false" width="100%" height="18">
      <rect className={styles.stripDay} x="0" y="8" width="100%" height="2" />
      <rect
        className={styles.stripNoon}
        x={`${((720 - firstMinute) / (lastMinute - firstMinute)) * 100}%`}
        y="5"
        width="1"
        height="8"
      />
      <rect className={styles.stripBefore} {...mark(before)} y="2" height="14" rx="2" />
      {proposal !== null && (
        <rect
          className={classNames(styles.stripAfter, isOtherDay && styles.stripOtherDay)}
          {...mark(proposal)}
          y="5"
          height="8"
          rx="2"
        />
      )}
    </svg>
  )
}
