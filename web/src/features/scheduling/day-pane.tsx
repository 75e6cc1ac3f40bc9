import { scheduling } from '@foyer/contract'
import { useMemo } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useNow } from '../../app/clock.ts'
import { useMay } from '../../app/session.ts'
import type { Site } from '../../app/site.ts'
import { Fault } from '../../app/states.tsx'
import { EmptyState, formatDayLong, OfflineBanner, useOnline } from '../../ui/index.ts'
import styles from './calendar.module.css'
import { DayBar } from './bar/day-bar.tsx'
import { DayGrid } from './grid/day-grid.tsx'
import { GridSkeleton } from './grid/grid-skeleton.tsx'
import type { Day } from './shapes.ts'
import { columnsOf, useShownKinds } from './columns/shown-columns.ts'
import type { Finder } from './find/use-finder.ts'
import type { Names } from './use-names.ts'
import { useWords } from './words.ts'

type DayPaneProps = {
  readonly site: Site
  readonly date: string
  readonly today: string
  readonly names: Names
  readonly finder: Finder
  readonly onDate: (date: string) => void
  readonly onOpen: (appointmentId: string) => void
  readonly onFree: (resourceId: string) => void
}

export function DayPane({ site, date, today, names, finder, onDate, onOpen, onFree }: DayPaneProps) {
  const { say } = useWords()
  const [shown, setShown] = useShownKinds()
  const isOnline = useOnline()
  const answer = useAsk(scheduling.readDay, { siteId: site.id, date })
  return (
    <div className={styles.day}>
      <DayBar date={date} today={today} onDate={onDate} shown={shown} onShown={setShown} />
      <OfflineBanner isOffline={!isOnline}>{say('dayOffline')}</OfflineBanner>
      {answer.data ? (
        <DayBody day={answer.data} shown={shown} names={names} finder={finder} onOpen={onOpen} onFree={onFree} />
      ) : answer.error ? (
        <div className={styles.state}>
          <Fault error={answer.error} isRetrying={answer.isFetching} onRetry={() => void answer.refetch()} />
        </div>
      ) : (
        <GridSkeleton />
      )}
    </div>
  )
}

type DayBodyProps = Pick<DayPaneProps, 'names' | 'finder' | 'onOpen' | 'onFree'> & {
  readonly day: Day
  readonly shown: ReturnType<typeof useShownKinds>[0]
}

function DayBody({ day, shown, names, finder, onOpen, onFree }: DayBodyProps) {
  const { say, locale } = useWords()
  const now = useNow()
  const mayBook = useMay('appointment.book')
  const { list } = finder.openings
  const { held } = finder.booking
  const lookedAt = finder.move.chosen ?? finder.preview
  const heldFor = finder.person?.name.preferred ?? finder.person?.name.given
  const offers = useMemo(
    () => ({ list, lookedAt, held, ...(heldFor ? { heldFor } : {}) }),
    [list, lookedAt, held, heldFor],
  )
  const columns = useMemo(() => {
    const taking = held?.hold.assignments.map((one) => one.resourceId) ?? []
    return columnsOf(day.resources, shown, taking)
  }, [day, shown, held])
  const isClosed = day.appointments.length === 0 && day.resources.every(({ open }) => open.length === 0)
  if (isClosed) {
    return (
      <div className={styles.state}>
        <EmptyState title={say('emptyTitle', { date: formatDayLong(day.date, locale) })}>{say('emptyText')}</EmptyState>
      </div>
    )
  }
  if (columns.length === 0) {
    return (
      <div className={styles.state}>
        <EmptyState title={say('noColumnsTitle')}>{say('noColumnsText')}</EmptyState>
      </div>
    )
  }
  return (
    <DayGrid
      day={day}
      columns={columns}
      offers={offers}
      names={names}
      now={now}
      onOpen={onOpen}
      {...(mayBook ? { onFree } : {})}
    />
  )
}
