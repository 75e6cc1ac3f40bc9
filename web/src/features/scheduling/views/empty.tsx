import { EmptyState, formatDayLong } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { Day } from '../shapes.ts'
import { useWords } from '../words.ts'

/** Nothing to show: nobody works, or no column was chosen. */
export function NoColumns({ days, date }: { readonly days: readonly Day[]; readonly date: string }) {
  const { say, locale } = useWords()
  const isClosed = days.every(isClosedDay)
  const holiday = days.find((day) => day.date === date)?.holiday
  return (
    <div className={styles.state}>
      {isClosed ? (
        <EmptyState title={holiday ?? say('emptyTitle', { date: formatDayLong(date, locale) })}>
          {say('emptyText')}
        </EmptyState>
      ) : (
        <EmptyState title={say('noColumnsTitle')}>{say('noColumnsText')}</EmptyState>
      )}
    </div>
  )
}

export function isClosedDay(day: Day): boolean {
  return day.appointments.length === 0 && day.resources.every(({ open }) => open.length === 0)
}
