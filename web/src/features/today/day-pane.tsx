import { Link } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import {
  buttonClass,
  EmptyState,
  formatDay,
  formatDuration,
  Notice,
  PageHeader,
  Segmented,
  StaleNote,
} from '../../ui/index.ts'
import { type Board, dayFacts, FlowBoard, RoomList, TimeList } from '../arrival/index.ts'
import { UrgentArrival } from '../patients/index.ts'
import styles from './today.module.css'
import { useWords } from './use-words.ts'
import { type DayView, dayViews } from './day-view.ts'

export interface DayPaneProps {
  readonly board: Board
  readonly now: string
  readonly isToday: boolean
  readonly view: DayView
  readonly onView: (view: DayView) => void
  readonly selected: string | null
  readonly onSelect: (appointmentId: string) => void
  readonly onOpen: (appointmentId: string) => void
  /** Set when the last attempt to read the board failed: what is shown is this old. */
  readonly stale: { readonly since: string; readonly isAsking: boolean; readonly onRefresh: () => void } | null
}

const shapes = { board: FlowBoard, time: TimeList, rooms: RoomList } as const

export function DayPane({ board, now, isToday, view, onView, selected, onSelect, onOpen, stale }: DayPaneProps) {
  const { say, locale } = useWords()
  const facts = dayFacts(board)
  const mean = facts.meanWaitMinutes
  const Shape = shapes[view]
  return (
    <div className={styles.day}>
      <PageHeader
        title={formatDay(board.date, locale)}
        facts={[
          { value: String(facts.visits), label: say('visits') },
          { value: String(facts.done), label: say('done') },
          ...(mean === null ? [] : [{ value: formatDuration(mean, locale), label: say('wait') }]),
          { value: String(facts.noShows), label: say('noShows', { count: facts.noShows }) },
        ]}
        actions={
          <>
            <UrgentArrival />
            <Segmented
              label={say('view')}
              options={dayViews.map((id) => ({ id, label: say(`view_${id}`) }))}
              value={view}
              onChange={onView}
            />
          </>
        }
      />
      {stale && <StaleNote since={stale.since} now={now} isRefreshing={stale.isAsking} onRefresh={stale.onRefresh} />}
      {!isToday && (
        <Notice
          kind="info"
          action={
            <Link to="/" className={buttonClass({ size: 'sm' })}>
              {say('backToToday')}
            </Link>
          }
        >
          {say('otherDay')}
        </Notice>
      )}
      {board.visits.length === 0 ? (
        <EmptyState
          title={say('noVisits')}
          icon={CalendarDays}
          action={
            <Link to="/calendar" search={{ site: board.siteId, date: board.date }} className={buttonClass({})}>
              {say('openCalendar')}
            </Link>
          }
        >
          {say('noVisitsHint')}
        </EmptyState>
      ) : (
        <Shape board={board} now={now} selected={selected} onSelect={onSelect} onOpen={onOpen} />
      )}
    </div>
  )
}
