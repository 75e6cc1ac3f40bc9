import { useMemo } from 'react'
import { useSite } from '../../../app/site.ts'
import { formatDayLong, zoneCity } from '../../../ui/index.ts'
import { dayColumns } from '../columns/grid-columns.ts'
import { columnsOfDay } from '../columns/site-column.ts'
import { BookableGrid } from '../drag/bookable-grid.tsx'
import type { HeadText } from '../grid/column-head.tsx'
import type { GridColumn } from '../grid/grid-column.ts'
import { secondZone, useDeskZone } from '../use-desk-zone.ts'
import { useWords } from '../words.ts'
import { NoColumns } from './empty.tsx'
import type { ViewProps } from './view-props.ts'

/** One date: resources side by side. */
export function DayView(props: ViewProps) {
  const { days, date, chosen, taking, offers, names, siteNames, onOpen, onFind, onBookAt } = props
  const { say, locale } = useWords()
  const deskZone = useDeskZone()
  const chosenZone = useSite().timeZone
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
  const noon = new Date(first.axis.start).toISOString()
  const headOf = ({ resource, day }: GridColumn): HeadText => {
    const full = resource.open.length === 0 ? say('closed') : say('full', { percent: resource.bookedPercent })
    const what = resource.specialty ?? say(`oneKind_${resource.kind}`)
    const site = siteNames.size > 1 && resource.kind !== 'site' ? [siteNames.get(day.siteId) ?? ''] : []
    const city = secondZone(first.axis.zone, [day.timeZone], noon) === null ? [] : [zoneCity(day.timeZone)]
    return { title: resource.name, detail: [...city, full, what, ...site].join(' · ') }
  }
  return (
    <BookableGrid
      label={say('grid', { date: formatDayLong(date, locale) })}
      columns={columns}
      headOf={headOf}
      offers={offers}
      names={names}
      otherZone={secondZone(first.axis.zone, [deskZone, chosenZone, ...columns.map(({ day }) => day.timeZone)], noon)}
      onOpen={onOpen}
      onFind={onFind}
      onBookAt={onBookAt}
    />
  )
}
