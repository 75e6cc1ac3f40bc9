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

export function ClosedNotice({ closed }: { readonly closed: Closed }) {
  const { say, locale } = useWords()
  const { name, siteId, date, startMinute, endMinute } = closed
  const text = say('closedDone', {
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
