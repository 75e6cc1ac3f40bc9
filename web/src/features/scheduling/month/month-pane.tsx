import type { Site } from '../../../app/site.ts'
import { Fault } from '../../../app/states.tsx'
import styles from '../calendar.module.css'
import type { ChosenColumns } from '../columns/chosen-columns.ts'
import type { Finder } from '../find/use-finder.ts'
import { MonthView } from './month-view.tsx'
import { useMonth } from './use-month.ts'
import { useMonthOpenings } from './use-month-openings.ts'

type MonthPaneProps = {
  readonly site: Site
  readonly date: string
  readonly today: string
  readonly chosen: ChosenColumns
  readonly finder: Finder
  readonly onDay: (date: string) => void
}

/** The month at once, empty days first; its numbers when they arrive. */
export function MonthPane({ site, date, today, chosen, finder, onDay }: MonthPaneProps) {
  const month = useMonth(site, date, chosen)
  const openings = useMonthOpenings(finder, site, date, today)
  if (month.error)
    return (
      <div className={styles.state}>
        <Fault error={month.error} isRetrying={month.isFetching} onRetry={month.retry} />
      </div>
    )
  return <MonthView days={month.days} date={date} today={today} openings={openings} onDay={onDay} />
}
