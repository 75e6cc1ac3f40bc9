import { formatTime, zoneCity } from '../../../ui/index.ts'
import { type Axis, instantOn, isOnAxis, offsetOf } from './grid-geometry.ts'
import styles from './time-grid.module.css'

type TimeAxisProps = { readonly axis: Axis; readonly otherZone: string | null }

/** Minutes around an hour in which the time that it is now stands where the hour stood. */
const hidden = { before: 4, after: 16 }

/** The hours of the site, and beside them those of whoever looks from another zone. */
export function TimeAxis({ axis, otherZone, now }: TimeAxisProps & { readonly now: string }) {
  const at = isOnAxis(axis, now) ? offsetOf(axis, now) : null
  const isHidden = (offset: number) => at !== null && at > offset - hidden.before && at < offset + hidden.after
  return (
    <div className={styles.times} aria-hidden data-times>
      {axis.marks.map(({ offset, label }) => (
        <div
          key={offset}
          className={label === null ? styles.half : styles.hour}
          style={{ insetBlockStart: `calc(${offset} * var(--minute))` }}
        >
          {label !== null && !isHidden(offset) && <span>{label}</span>}
          {label !== null && otherZone && (
            <span className={styles.other}>{formatTime(instantOn(axis, offset), otherZone)}</span>
          )}
        </div>
      ))}
    </div>
  )
}

export function AxisCorner({ axis, otherZone }: TimeAxisProps) {
  return (
    <div className={styles.corner}>
      <span>{zoneCity(axis.zone)}</span>
      {otherZone && <span className={styles.other}>{zoneCity(otherZone)}</span>}
    </div>
  )
}
