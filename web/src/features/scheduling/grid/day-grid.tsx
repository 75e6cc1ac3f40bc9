import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type RefObject, useEffect, useMemo, useRef } from 'react'
import { Search } from 'lucide-react'
import { formatDayLong, zoneCity } from '../../../ui/index.ts'
import { contentOf, type Offers } from './column-content.ts'
import { DayColumn, placed } from './day-column.tsx'
import styles from './day-grid.module.css'
import { type Axis, axisOf, isOnAxis, offsetOf } from './grid-geometry.ts'
import type { Day, DayResource } from '../shapes.ts'
import { useGridKeys } from './use-grid-keys.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

/** Up to so many columns share the width; more are as wide as this and only those in sight exist. */
const mostSharing = 20
const columnWidth = 150

type DayGridProps = {
  readonly day: Day
  readonly columns: readonly DayResource[]
  readonly offers: Offers
  readonly names: Names
  readonly now: string
  readonly onOpen: (appointmentId: string) => void
  readonly onFree?: (resourceId: string) => void
}

export function DayGrid({ day, columns, offers, names, now, onOpen, onFree }: DayGridProps) {
  const { say, locale } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const axis = useMemo(() => axisOfDay(day, columns), [day, columns])
  const filled = useMemo(
    () => columns.map((resource) => ({ id: resource.id, resource, content: contentOf(day, resource.id, offers) })),
    [day, columns, offers],
  )
  const isVirtual = columns.length > mostSharing
  // oxlint-disable-next-line react/incompatible-library -- nothing below is memoized on what it returns
  const virtual = useVirtualizer({
    count: isVirtual ? columns.length : 0,
    horizontal: true,
    getScrollElement: () => frame.current,
    estimateSize: () => columnWidth,
    overscan: 3,
  })
  const keys = useGridKeys(filled, frame, (index) => isVirtual && virtual.scrollToIndex(index))
  useFirstSight(frame, axis, day.date, columns, now)

  const shown = isVirtual ? virtual.getVirtualItems().map(({ index }) => index) : filled.map((_, index) => index)
  const before = isVirtual ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0
  const style = {
    '--from': `${before}px`,
    '--columns': shown.length,
    '--column': isVirtual ? `${columnWidth}px` : 'minmax(var(--narrowest), 1fr)',
    '--minutes': axis.minutes,
    ...(isVirtual ? { '--all': `${virtual.getTotalSize()}px` } : {}),
  } as CSSProperties
  return (
    <div
      ref={frame}
      role="group"
      aria-label={say('grid', { date: formatDayLong(day.date, locale) })}
      className={styles.frame}
      style={style}
    >
      <div className={styles.heads}>
        <div className={styles.corner}>{zoneCity(day.timeZone)}</div>
        {shown.map((index) => {
          const column = filled[index]
          return column && <ColumnHead key={column.id} resource={column.resource} {...(onFree ? { onFree } : {})} />
        })}
      </div>
      <div className={styles.body}>
        <TimeAxis axis={axis} />
        {shown.map((index) => {
          const column = filled[index]
          return (
            column && (
              <section key={column.id} className={styles.column} aria-label={column.resource.name}>
                <DayColumn
                  resource={column.resource}
                  content={column.content}
                  axis={axis}
                  names={names}
                  keys={keys}
                  onOpen={onOpen}
                  {...(onFree && column.resource.kind === 'practitioner' ? { onFree } : {})}
                />
              </section>
            )
          )
        })}
        {isOnAxis(axis, now) && (
          <div className={styles.now} style={placed({ from: offsetOf(axis, now), to: offsetOf(axis, now) })}>
            <span title={say('now', { time: names.timeOf(now) })}>{names.timeOf(now)}</span>
          </div>
        )}
      </div>
    </div>
  )
}

/** The hours of what is shown: an interpreter on call all night does not stretch the day of the clinicians. */
function axisOfDay(day: Day, columns: readonly DayResource[]): Axis {
  const shown = new Set(columns.map(({ id }) => id))
  const times = [
    ...columns.flatMap(({ open }) => open),
    ...day.appointments.filter(({ assignments }) => assignments.some(({ resourceId }) => shown.has(resourceId))),
    ...day.holds.filter(({ resourceId }) => shown.has(resourceId)),
  ]
  return axisOf(day.date, day.timeZone, times)
}

/** The day begins in sight where its hours begin, or an hour before now. */
function useFirstSight(
  frame: RefObject<HTMLElement | null>,
  axis: Axis,
  date: string,
  columns: readonly DayResource[],
  now: string,
) {
  const seen = useRef('')
  useEffect(() => {
    if (seen.current === date || !frame.current) return
    seen.current = date
    const opens = columns.flatMap(({ open }) => open.map(({ start }) => offsetOf(axis, start)))
    const first = isOnAxis(axis, now) ? offsetOf(axis, now) - 60 : Math.min(...opens, axis.minutes) - 15
    frame.current.scrollTo({ top: (Math.max(0, first) / axis.minutes) * frame.current.scrollHeight })
  }, [frame, axis, date, columns, now])
}

function TimeAxis({ axis }: { readonly axis: Axis }) {
  return (
    <div className={styles.times} aria-hidden>
      {axis.marks.map(({ offset, label }) => (
        <div
          key={offset}
          className={label === null ? styles.half : styles.hour}
          style={{ insetBlockStart: `calc(${offset} * var(--minute))` }}
        >
          {label !== null && <span>{label}</span>}
        </div>
      ))}
    </div>
  )
}

type ColumnHeadProps = { readonly resource: DayResource; readonly onFree?: (resourceId: string) => void }

function ColumnHead({ resource, onFree }: ColumnHeadProps) {
  const { say } = useWords()
  const what = resource.specialty ?? say(`oneKind_${resource.kind}`)
  const full = resource.open.length === 0 ? say('closed') : say('full', { percent: resource.bookedPercent })
  const text = (
    <>
      <b>{resource.name}</b>
      <small>
        {full} · {what}
      </small>
    </>
  )
  if (!onFree || resource.kind !== 'practitioner') return <div className={styles.head}>{text}</div>
  return (
    <button
      type="button"
      className={styles.head}
      title={say('findWith', { name: resource.name })}
      onClick={() => onFree(resource.id)}
    >
      {text}
      <Search size={14} aria-hidden className={styles.glass} />
    </button>
  )
}
