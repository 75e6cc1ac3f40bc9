import { useMemo } from 'react'
import type { CalendarView } from '../../app/search-params.ts'
import { type Site, usePractice, useSites } from '../../app/site.ts'
import { Fault } from '../../app/states.tsx'
import { OfflineBanner, useOnline } from '../../ui/index.ts'
import { CalendarBar } from './bar/calendar-bar.tsx'
import { PrintLink } from './bar/print-link.tsx'
import styles from './calendar.module.css'
import { ColumnChoice } from './columns/column-choice.tsx'
import { useChosenColumns } from './columns/use-chosen-columns.ts'
import { datesIn, periodOf } from './days/period.ts'
import { useDays } from './days/use-days.ts'
import type { Finder } from './find/use-finder.ts'
import type { OnBookAt, OnFind } from './grid/grid-column.ts'
import { GridSkeleton } from './grid/grid-skeleton.tsx'
import { ListView } from './list/list-view.tsx'
import { MonthPane } from './month/month-pane.tsx'
import type { Names } from './use-names.ts'
import { useOffers } from './views/use-offers.ts'
import { DayView } from './views/day-view.tsx'
import type { ViewProps } from './views/view-props.ts'
import { WeekView } from './week/week-view.tsx'
import { useWords } from './words.ts'

type CalendarPaneProps = {
  readonly site: Site
  readonly view: CalendarView
  readonly date: string
  readonly today: string
  readonly isAllSites: boolean
  readonly names: Names
  readonly finder: Finder
  readonly onView: (view: CalendarView) => void
  readonly onDate: (date: string) => void
  readonly onDay: (date: string) => void
  readonly onAllSites: (isOn: boolean) => void
  readonly onOpen: (appointmentId: string) => void
  readonly onFind: OnFind
  readonly onBookAt?: OnBookAt | undefined
}

/** The calendar in one of its views, with the bar that changes them. */
export function CalendarPane(props: CalendarPaneProps) {
  const { site, view, date, today, isAllSites, finder, onView, onDate, onAllSites } = props
  const { say } = useWords()
  const isOnline = useOnline()
  const sites = useSites()
  const maySeveral = view === 'day' || view === 'list'
  const shownSites = isAllSites && maySeveral ? [site, ...sites.filter(({ id }) => id !== site.id)] : [site]
  const dates = datesIn(periodOf(view, date))
  const siteIds = shownSites.map(({ id }) => id)
  const answer = useDays(siteIds, view === 'month' ? [] : dates)
  const [chosen, choose] = useChosenColumns(site.id)
  const { offers, taking } = useOffers(finder)
  const shownNames = shownSites.map(({ id, name }) => `${id} ${name}`).join('\n')
  const siteNames = useMemo(
    () => new Map(shownNames.split('\n').map((line) => [line.slice(0, 36), line.slice(37)])),
    [shownNames],
  )
  const practice = usePractice()
  const shownIds = siteIds.join(' ')
  const resources = useMemo(
    () => practice.resources.filter(({ siteId, active }) => active && shownIds.includes(siteId)),
    [practice.resources, shownIds],
  )
  const isReady = answer.data.length === dates.length * siteIds.length
  const shared = { ...props, days: answer.data, chosen, taking, offers, siteNames }
  return (
    <div className={styles.day}>
      <CalendarBar view={view} date={date} today={today} onView={onView} onDate={onDate}>
        <ColumnChoice
          siteId={site.id}
          resources={resources}
          chosen={chosen}
          onChoose={choose}
          {...(maySeveral && sites.length > 1 ? { allSites: { isOn: isAllSites, onChange: onAllSites } } : {})}
        />
        {view !== 'month' && <PrintLink site={site} view={view} date={date} resources={resources} chosen={chosen} />}
      </CalendarBar>
      <OfflineBanner isOffline={!isOnline}>{say('dayOffline')}</OfflineBanner>
      {view === 'month' ? (
        <MonthPane {...props} chosen={chosen} />
      ) : isReady ? (
        <View {...shared} view={view} />
      ) : answer.error ? (
        <div className={styles.state}>
          <Fault error={answer.error} isRetrying={answer.isFetching} onRetry={answer.retry} />
        </div>
      ) : (
        <GridSkeleton />
      )}
    </div>
  )
}

function View({ view, ...props }: ViewProps & { readonly view: 'day' | 'week' | 'list' }) {
  switch (view) {
    case 'day':
      return <DayView {...props} />
    case 'week':
      return <WeekView {...props} />
    case 'list':
      return <ListView {...props} />
  }
}
