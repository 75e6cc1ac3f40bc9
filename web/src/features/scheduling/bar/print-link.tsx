import { print } from '@foyer/contract'
import { Printer } from 'lucide-react'
import type { CalendarView } from '../../../app/search-params.ts'
import type { Site } from '../../../app/site.ts'
import { buttonClass } from '../../../ui/index.ts'
import { type ChosenColumns, isChosen } from '../columns/chosen-columns.ts'
import { periodOf } from '../days/period.ts'
import type { DayResource } from '../shapes.ts'
import { useWords } from '../words.ts'

type PrintLinkProps = {
  readonly site: Site
  readonly view: CalendarView
  readonly date: string
  readonly resources: readonly Pick<DayResource, 'id' | 'kind'>[]
  readonly chosen: ChosenColumns
}

/** What is shown, on paper: the day or the week of every column. Names are on it, as they are on the screen. */
export function PrintLink({ site, view, date, resources, chosen }: PrintLinkProps) {
  const { say, locale } = useWords()
  const { from, to } = periodOf(view, date)
  const ids = resources.filter((one) => isChosen(chosen, one)).map(({ id }) => id)
  const query = new URLSearchParams({
    from,
    to,
    layout: view === 'week' ? 'week' : 'day',
    withPatients: '1',
    language: locale,
    ...(ids.length > 0 && ids.length <= 200 ? { resourceIds: ids.join(',') } : {}),
  })
  const path = print.printSchedule.path.replace(':siteId', site.id)
  return (
    <a href={`${path}?${query.toString()}`} target="_blank" rel="noreferrer" className={buttonClass({ size: 'sm' })}>
      <Printer size={16} aria-hidden /> {say('print')}
    </a>
  )
}
