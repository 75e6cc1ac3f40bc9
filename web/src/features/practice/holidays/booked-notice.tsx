import { usePractice, useSite } from '../../../app/site.ts'
import { formatDay, Notice } from '../../../ui/index.ts'
import { DayLink } from '../closed/closed-notice.tsx'
import page from '../practice.module.css'
import type { KeptHoliday } from '../shapes.ts'
import { useWords } from '../use-words.ts'

/** Visits that are booked on a day which was just closed: they stay until somebody moves them. */
export function BookedNotice({ holidays }: { readonly holidays: readonly KeptHoliday[] }) {
  const { say, locale } = useWords()
  const { sites } = usePractice()
  const here = useSite()
  const booked = holidays.filter((one) => one.booked > 0)
  if (booked.length === 0) return null
  return (
    <Notice kind="warn" title={say('holidayBookedTitle')}>
      <ul className={page.plain}>
        {booked.map(({ id, date, name, siteId, booked: count }) => (
          <li key={id}>
            {formatDay(date, locale)}, {name}: {say('holidayBooked', { count })}{' '}
            <DayLink siteId={siteId ?? sites.find((one) => one.id === here.id)?.id ?? ''} date={date} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
