import { instantAt } from '@foyer/kernel'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalendarView } from '../../app/search-params.ts'
import { usePageTitle } from '../../app/page.tsx'
import { useMay } from '../../app/session.ts'
import { type Site, useSite, useSites, useToday } from '../../app/site.ts'
import { Panes, VisuallyHidden } from '../../ui/index.ts'
import styles from './calendar.module.css'
import { CalendarPane } from './calendar-pane.tsx'
import type { OnBookAt, OnFind } from './grid/grid-column.ts'
import { useUndoKeys } from '../../app/undo/use-undo-keys.ts'
import { FindPanel } from './find/find-panel.tsx'
import { useFinder } from './find/use-finder.ts'
import { useNames } from './use-names.ts'
import { VisitDrawer } from './visit/visit-drawer.tsx'
import type { Appointment } from './shapes.ts'
import { useWords } from './words.ts'

/** The day of a site, and beside it the finder of openings. */
export function CalendarPage() {
  const search = useSearch({ from: '/calendar' })
  const current = useSite()
  const site = useSites().find(({ id }) => id === search.site) ?? current
  return <SiteCalendar key={site.id} site={site} />
}

function SiteCalendar({ site }: { readonly site: Site }) {
  const { say } = useWords()
  usePageTitle(say('title'))
  const search = useSearch({ from: '/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const mayBook = useMay('appointment.book')
  const today = useToday(site)
  const names = useNames(site)
  const finder = useFinder(site, today, names)
  useUndoKeys()
  const view = search.view ?? 'day'
  const [openId, setOpenId] = useState<string | null>(null)
  // Looking at an opening shows its day; choosing a day by hand ends that.
  const lookedAt = finder.move.chosen ?? finder.preview
  const date = lookedAt ? names.at(lookedAt.siteId).dateOf(lookedAt.start) : (search.date ?? today)
  const go = (next: string) => {
    finder.setPreview(null)
    void navigate({ search: (before) => ({ ...before, date: next === today ? undefined : next }), replace: true })
  }

  const setFind = (find: 1 | undefined) => void navigate({ search: (before) => ({ ...before, find }), replace: true })
  const onFind: OnFind = ({ resource, day }, also = {}) => {
    const clinicianIds = resource.kind === 'site' ? [] : [resource.id]
    // A visit that is moved stays at its site.
    const siteId = finder.move.isMoving || day.siteId === site.id ? null : day.siteId
    if (day.date >= today) finder.change({ clinicianIds, siteId, when: { from: day.date, to: day.date }, ...also })
    setFind(1)
  }
  const onBookAt: OnBookAt = ({ resource, day }, on, minute) => {
    const start = instantAt(on, minute, day.timeZone).toString()
    finder.at.begin({ siteId: day.siteId, date: on, start, resourceId: resource.id })
    setFind(1)
  }
  const show = (next: CalendarView, on: string) =>
    void navigate({
      search: (before) => ({
        ...before,
        view: next === 'day' ? undefined : next,
        date: on === today ? undefined : on,
      }),
    })
  const onMove = ({ id, patient, visitTypeId }: Appointment) => {
    setOpenId(null)
    const to = { appointmentId: id, patientId: patient.id, visitTypeId, find: 1 as const }
    void navigate({ search: (before) => ({ ...before, ...to, date: date === today ? undefined : date }) })
  }
  const day = (
    <CalendarPane
      site={site}
      view={view}
      date={date}
      today={today}
      isAllSites={search.sites === 'all'}
      names={names}
      finder={finder}
      onView={(next) => show(next, date)}
      onDate={go}
      onDay={(on) => show('day', on)}
      onAllSites={(isOn) =>
        void navigate({
          search: (before) => ({ ...before, sites: isOn ? ('all' as const) : undefined }),
          replace: true,
        })
      }
      onOpen={setOpenId}
      onFind={onFind}
      onBookAt={finder.move.isMoving ? undefined : onBookAt}
    />
  )
  return (
    <>
      <VisuallyHidden>
        <h1>{say('title')}</h1>
      </VisuallyHidden>
      {mayBook ? (
        <Panes
          id="calendar"
          first={{
            label: say('find'),
            width: 372,
            min: 300,
            content: <FindPanel finder={finder} site={site} today={today} names={names} onOpenVisit={setOpenId} />,
          }}
          second={{ label: say('day'), content: day }}
          active={search.find || search.appointmentId ? 'first' : 'second'}
          onActiveChange={(pane) => setFind(pane === 'first' ? 1 : undefined)}
        />
      ) : (
        <div className={styles.alone}>{day}</div>
      )}
      {openId !== null && (
        <VisitDrawer
          appointmentId={openId}
          names={names}
          onClose={() => setOpenId(null)}
          onOpen={setOpenId}
          onCancelled={() => finder.change({})}
          onMove={onMove}
          onCheckIn={(appointmentId) => void navigate({ to: '/check-in/$appointmentId', params: { appointmentId } })}
        />
      )}
    </>
  )
}
