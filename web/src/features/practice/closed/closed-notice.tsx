import { Link } from '@tanstack/react-router'
import { formatDay, formatMinutes, Notice } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'

export interface Closed {
  readonly name: string
  readonly siteId: string
  readonly date: string
  readonly startMinute: number
  readonly endMinute: number
}

type ClosedNoticeProps = {
  readonly closed: Closed
  /** Time that was opened rather than closed. */
  readonly isOpened?: boolean
}

export function ClosedNotice({ closed, isOpened = false }: ClosedNoticeProps) {
  const { say, locale } = useWords()
  const { name, siteId, date, startMinute, endMinute } = closed
  const text = say(isOpened ? 'openDone' : 'closedDone', {
    name,
    date: formatDay(date, locale),
    from: formatMinutes(startMinute),
    to: formatMinutes(endMinute),
  })
  return (
    <Notice kind="ok" title={text}>
      <DayLink siteId={siteId} date={date} />
    </Notice>
  )
}

export function DayLink({ siteId, date }: { readonly siteId: string; readonly date: string }) {
  const { say } = useWords()
  return (
    <Link to="/calendar" search={{ site: siteId, date }}>
      {say('seeInCalendar')}
    </Link>
  )
}
