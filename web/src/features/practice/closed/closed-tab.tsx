import { Link } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { buttonClass, EmptyState } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { useWords } from '../use-words.ts'
import { CloseTimeForm } from './close-time-form.tsx'
import { DatedList } from './dated-list.tsx'
import { LeaveForm } from './leave-form.tsx'
import { OpenTimeForm } from './open-time-form.tsx'

export function ClosedTab() {
  const { say } = useWords()
  const { resources } = usePractice()
  const mayChange = useMay('practice.change')
  const active = resources.filter((resource) => resource.active)
  return (
    <div className={page.part}>
      <div className={page.bar}>
        <p className={page.soft}>
          {say('closedLead')} {say('closedWhere')}
        </p>
        <Link to="/calendar" className={buttonClass({})}>
          <CalendarDays size={16} aria-hidden />
          <span>{say('openCalendar')}</span>
        </Link>
      </div>
      {mayChange && active.length > 0 && (
        <div className={page.form}>
          <LeaveForm resources={active} />
        </div>
      )}
      {mayChange && active.length > 0 && (
        <div className={page.form}>
          <CloseTimeForm resources={active} />
        </div>
      )}
      {mayChange && active.length > 0 && (
        <div className={page.form}>
          <OpenTimeForm resources={active} />
        </div>
      )}
      {active.length > 0 && <DatedList />}
      {active.length === 0 && <EmptyState title={say('nothingToClose')}>{say('nothingToCloseNext')}</EmptyState>}
    </div>
  )
}
