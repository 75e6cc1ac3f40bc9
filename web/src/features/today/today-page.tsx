import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useNow } from '../../app/clock.ts'
import { usePageTitle } from '../../app/page.tsx'
import { useSite, useSites, useToday } from '../../app/site.ts'
import { Fault } from '../../app/states.tsx'
import { formatDay, PageHeader, type PaneName, Panes, Skeleton, useMedia } from '../../ui/index.ts'
import { type Asking, BoardAnnouncer, useBoard, useVisitHands, useVisitShortcuts } from '../arrival/index.ts'
import { DayPane } from './day-pane.tsx'
import { useDayView } from './day-view.ts'
import { nowItems } from './now-list.ts'
import { NowPane } from './now-pane.tsx'
import { PersonPane } from './person-pane.tsx'
import styles from './today.module.css'
import { useSelection } from './use-selection.ts'
import { useWords } from './use-words.ts'
import { VisitQuestions } from './visit-questions.tsx'

/** The desk: what needs a person now, the day, the person. One visit is selected at a time, in all three panes. */
export function TodayPage() {
  const { say } = useWords()
  usePageTitle(say('today'))
  const { siteId, date, today, timeZone } = useDay()
  const now = useNow()
  const { board, told, steps, ...answer } = useBoard(siteId, date)
  const [selected, select] = useSelection()
  const [view, setView] = useDayView()
  const [asking, setAsking] = useState<Asking>(null)
  const [isThirdOpen, setThirdOpen] = useState(false)
  const [active, setActive] = useState<PaneName>('second')
  const isDrawer = useMedia('(max-width: 1280px)')

  const visit = board?.visits.find((candidate) => candidate.appointmentId === selected) ?? null
  const hands = useVisitHands(visit, board, steps, setAsking)
  useVisitShortcuts(hands, 'page')
  useVisitShortcuts(hands, 'dialog', isDrawer && isThirdOpen && asking === null)

  const open = (appointmentId: string) => {
    select(appointmentId)
    setThirdOpen(true)
    setActive('third')
  }
  const isToday = date === today
  const items = board && (isToday ? nowItems(board, now) : [])
  const shared = { now, selected, onSelect: select, onOpen: open }
  const day = board ? (
    <DayPane
      {...shared}
      board={board}
      isToday={isToday}
      view={view}
      onView={setView}
      stale={
        answer.hasFailed ? { since: answer.answeredAt, isAsking: answer.isAsking, onRefresh: answer.askAgain } : null
      }
    />
  ) : (
    <Unread date={date}>
      {answer.hasFailed ? (
        <Fault error={answer.error} onRetry={answer.askAgain} isRetrying={answer.isAsking} />
      ) : (
        <Skeleton kind="card" lines={6} label={say('loading')} />
      )}
    </Unread>
  )
  return (
    <>
      <Panes
        id="today"
        first={{
          label: say('now'),
          content: <NowPane {...shared} items={items} place={{ date, timeZone }} isToday={isToday} hands={hands} />,
        }}
        second={{ label: say('theDay'), content: day }}
        third={{
          label: say('thePerson'),
          content: <PersonPane visit={visit} hands={hands} date={date} today={today} timeZone={timeZone} />,
        }}
        isThirdOpen={isThirdOpen}
        onThirdOpenChange={setThirdOpen}
        active={active}
        onActiveChange={setActive}
      />
      {board && visit && (
        <VisitQuestions visit={visit} board={board} steps={steps} asking={asking} onDone={() => setAsking(null)} />
      )}
      <BoardAnnouncer told={told} isOwn={steps.isOwn} />
    </>
  )
}

/** Which day of which site: the address may ask for another one. */
function useDay() {
  const search = useSearch({ from: '/' })
  const usual = useSite()
  const site = useSites().find(({ id }) => id === search.site) ?? usual
  const today = useToday(site)
  return { siteId: site.id, timeZone: site.timeZone, today, date: search.date ?? today }
}

/** A day that has not been read is named all the same. */
function Unread({ date, children }: { readonly date: string; readonly children: ReactNode }) {
  const { locale } = useWords()
  return (
    <div className={styles.day}>
      <PageHeader title={formatDay(date, locale)} />
      {children}
    </div>
  )
}
