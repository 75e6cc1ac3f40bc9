import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Site } from '../../../app/site.ts'
import { Button } from '../../../ui/index.ts'
import calendar from '../calendar.module.css'
import { PrintDialog } from '../../print/index.ts'
import { type ChosenColumns, isChosen } from '../columns/chosen-columns.ts'
import type { DayResource } from '../shapes.ts'
import { useWords } from '../words.ts'

type PrintLinkProps = {
  readonly site: Site
  readonly view: 'day' | 'week' | 'list'
  readonly date: string
  readonly resources: readonly Pick<DayResource, 'id' | 'kind'>[]
  readonly chosen: ChosenColumns
}

/** What is shown, on paper. Whether names are on it is asked each time: paper lies about. */
export function PrintLink({ site, view, date, resources, chosen }: PrintLinkProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const shownIds = resources.filter((one) => isChosen(chosen, one)).map(({ id }) => id)
  return (
    <>
      <Button size="sm" icon={Printer} className={calendar.print} onPress={() => setOpen(true)}>
        {say('print')}
      </Button>
      {isOpen && (
        <PrintDialog
          site={site}
          date={date}
          period={view === 'week' ? 'week' : 'day'}
          shownIds={shownIds}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
