import { useMemo, useState } from 'react'
import { useSite } from '../../../app/site.ts'
import { formatDay, formatDayLong } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import { weekColumns } from '../columns/grid-columns.ts'
import { columnsOfDay } from '../columns/site-column.ts'
import { isWeekend } from '../days/period.ts'
import { BookableGrid } from '../drag/bookable-grid.tsx'
import type { HeadText } from '../grid/column-head.tsx'
import type { GridColumn } from '../grid/grid-column.ts'
import { secondZone, useDeskZone } from '../use-desk-zone.ts'
import { isClosedDay, NoColumns } from '../views/empty.tsx'
import type { ViewProps } from '../views/view-props.ts'
import { Chip, ChoiceList } from '../wish/chip.tsx'
import { useWords } from '../words.ts'

/** More than these side by side on each of seven days are better looked at one by one. */
const fewEnough = 2
const everyone = 'all'

/** One resource, or a few, over the days of a week. Days on which nobody works at the weekend are left out. */
export function WeekView(props: ViewProps) {
  const { days, chosen, taking, offers, names, siteNames, today, onOpen, onFind, onBookAt } = props
  const { say, locale } = useWords()
  const deskZone = useDeskZone()
  const chosenZone = useSite().timeZone
  const [only, setOnly] = useState<string | null>(null)
  const offered = useMemo(() => {
    const [day] = days
    return day ? columnsOfDay(day, chosen, taking, siteNames.get(day.siteId) ?? '') : []
  }, [days, chosen, taking, siteNames])
  const wanted =
    only !== null && (only === everyone || offered.some(({ id }) => id === only))
      ? only
      : offered.length > fewEnough
        ? (offered[0]?.id ?? everyone)
        : everyone
  const columns = useMemo(() => {
    const shown = days.filter((day) => !isWeekend(day.date) || !isClosedDay(day))
    return weekColumns(
      shown.map((day) => ({
        day,
        resources: columnsOfDay(day, chosen, taking, siteNames.get(day.siteId) ?? '').filter(
          ({ id }) => wanted === everyone || id === wanted,
        ),
      })),
    )
  }, [days, chosen, taking, wanted, siteNames])
  const [first] = columns
  if (!first) return <NoColumns days={days} date={days[0]?.date ?? today} />
  const isOne = wanted !== everyone || offered.length === 1
  const whom =
    wanted === everyone
      ? say('weekOfAll', { count: offered.length })
      : (offered.find(({ id }) => id === wanted)?.name ?? '')
  const headOf = ({ resource, day, content }: GridColumn): HeadText => ({
    title: formatDay(day.date, locale),
    detail: [
      ...(isOne ? [] : [resource.name]),
      resource.open.length === 0 ? (day.holiday ?? say('closed')) : say('full', { percent: resource.bookedPercent }),
      ...(isOne ? [say('visitsCount', { count: content.visits.length })] : []),
    ].join(' · '),
    isToday: day.date === today,
  })
  return (
    <div className={styles.week}>
      {offered.length > 1 && (
        <div className={styles.who}>
          <span>{say('weekOfWhom')}</span>{' '}
          <Chip label={say('weekOfWhomIs', { name: whom })} value={whom}>
            {(close) => (
              <ChoiceList
                label={say('weekOfWhom')}
                choices={[
                  ...offered.map(({ id, name }) => ({ id, label: name })),
                  { id: everyone, label: say('weekOfAll', { count: offered.length }) },
                ]}
                chosen={[wanted]}
                isSingle
                onChange={([id]) => {
                  setOnly(id ?? null)
                  close()
                }}
              />
            )}
          </Chip>
        </div>
      )}
      <BookableGrid
        label={say('gridWeek', { date: formatDayLong(first.day.date, locale) })}
        columns={columns}
        headOf={headOf}
        offers={offers}
        names={names}
        otherZone={secondZone(first.axis.zone, [deskZone, chosenZone], new Date(first.axis.start).toISOString())}
        onOpen={onOpen}
        onFind={onFind}
        onBookAt={onBookAt}
      />
    </div>
  )
}
