import { type RefObject, useEffect } from 'react'
import type { GridColumn } from './grid-column.ts'
import type { Offers } from './openings-on-grid.ts'
import type { ColumnsInSight } from './use-columns-in-sight.ts'

/** The opening that is looked at in the list comes into sight in the grid: whoever leads it, where it begins. */
export function useLookAt(
  frame: RefObject<HTMLElement | null>,
  columns: readonly GridColumn[],
  { lookedAt }: Offers,
  show: ColumnsInSight['show'],
): void {
  const lead = lookedAt?.assignments[0]
  const key = lead ? `${lookedAt.start} ${lead.resourceId}` : ''
  const index = lead ? columns.findIndex(({ resource }) => resource.id === lead.resourceId) : -1
  useEffect(() => {
    if (key === '' || index < 0) return
    show(index)
    const timer = setTimeout(() => {
      frame.current
        ?.querySelector('[data-opening="looked-at"], [data-opening="held"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }, 60)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- it follows what is looked at, not how the columns are drawn
  }, [key, index])
}
