import { type RefObject, useEffect, useRef } from 'react'
import type { GridColumn } from './grid-column.ts'
import { isOnAxis, offsetOf } from './grid-geometry.ts'

/** The day begins in sight where its hours begin, or an hour before now. */
export function useFirstSight(frame: RefObject<HTMLElement | null>, columns: readonly GridColumn[], now: string) {
  const seen = useRef('')
  const key = [...new Set(columns.map(({ axis }) => axis.date))].join(' ')
  useEffect(() => {
    const [first] = columns
    if (seen.current === key || !frame.current || !first) return
    seen.current = key
    const { axis } = first
    // Rooms that are never closed say nothing about when the day begins.
    const begins = columns.flatMap(({ axis: own, resource, content }) =>
      [...resource.open, ...content.visits].map(({ start }) => offsetOf(own, start)).filter((offset) => offset > 0),
    )
    const today = columns.find((column) => isOnAxis(column.axis, now))?.axis
    const at = today ? offsetOf(today, now) - 60 : Math.min(...begins, axis.minutes) - 15
    frame.current.scrollTo({ top: (Math.max(0, at) / axis.minutes) * frame.current.scrollHeight })
  }, [frame, key, columns, now])
}
