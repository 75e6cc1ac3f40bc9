import { useMemo } from 'react'
import { formatDayLong } from '../../../ui/index.ts'
import { dayColumns } from '../columns/grid-columns.ts'
import { columnsOfDay } from '../columns/site-column.ts'
import { BookableGrid } from '../drag/bookable-grid.tsx'
import type { HeadText } from '../grid/column-head.tsx'
import type { GridColumn } from '../grid/grid-column.ts'
import { otherZoneThan, useDeskZone } from '../use-desk-zone.ts'
import { useWords } from '../words.ts'
import { NoColumns } from './empty.tsx'
import type { ViewProps } from './view-props.ts'

/** One date: resources side by side. */
export function DayView({ days, date, chosen, taking, offers, names, siteNames, onOpen, onFind }: ViewProps) {
  const { say, locale } = useWords()
  const deskZone = useDeskZone()
  const columns = useMemo(
    () =>
      dayColumns(
        days
          .filter((day) => day.date === date)
          .map((day) => ({ day, resources: columnsOfDay(day, chosen, taking, siteNames.get(day.siteId) ?? '') })),
      ),
    [days, date, chosen, taking, siteNames],
  )
  const [first] = columns
  if (!first) return <NoColumns days={days} date={date} />
  const headOf = ({ resource, day }: GridColumn): HeadText => {
    const full = resource.open.length === 0 ? say('closed') : say('full', { percent: resource.bookedPercent })
    const what = resource.specialty ?? say(`oneKind_${resource.kind}`)
    const site = siteNames.size > 1 && resource.kind !== 'site' ? [siteNames.get(day.siteId) ?? ''] : []
    return { title: resource.name, detail: [full, what, ...site].join(' · ') }
  }
  const noon = new Date(first.axis.start).toISOString()
  return (
    <BookableGrid
      label={say('grid', { date: formatDayLong(date, locale) })}
      columns={columns}
      headOf={headOf}
      offers={offers}
      names={names}
      otherZone={otherZoneThan(first.axis.zone, deskZone, noon)}
      onOpen={onOpen}
      onFind={onFind}
    />
  )
}
