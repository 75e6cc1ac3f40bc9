import { measures } from '@foyer/contract'
import { daysBetween } from '@foyer/kernel'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { useSite, useToday } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { Button, Notice, PageHeader, Skeleton } from '../../ui/index.ts'
import { ThirdNextCard, WaitCard } from './access-cards.tsx'
import { csvText } from './csv.ts'
import { csvRows } from './csv-rows.ts'
import { type Filter, Filters } from './filters.tsx'
import styles from './measures.module.css'
import { type Measures, useNames } from './names.ts'
import { CancellationsCard, NoShowsCard } from './outcome-cards.tsx'
import { datesOf } from './period.ts'
import { FillCard, SessionsCard } from './use-cards.tsx'

/** How easily people get in and how time is used. */
export function ReportsPage() {
  const names = useNames()
  const { say } = names
  const site = useSite()
  const today = useToday(site)
  const [filter, setFilter] = useState<Filter>({
    period: 'last4',
    own: datesOf('last4', today),
    siteId: site.id,
    visitTypeId: null,
    clinicianId: null,
  })
  const { period, own, siteId, visitTypeId, clinicianId } = filter
  const dates = period === 'own' ? own : datesOf(period, today)
  const span = daysBetween(dates.from, dates.to)
  const fault = span < 0 ? 'refused_backwards' : span >= measures.mostMeasureDays ? 'refused_long' : null
  const answer = useAsk(
    measures.readMeasures,
    {
      ...dates,
      ...(siteId === null ? {} : { siteId }),
      ...(visitTypeId === null ? {} : { visitTypeId }),
      ...(clinicianId === null ? {} : { clinicianId }),
    },
    { keepPrevious: true, isEnabled: fault === null },
  )
  const csv = (
    <Button
      icon={Download}
      isDisabled={answer.data === undefined || fault !== null}
      onPress={() =>
        answer.data && save(`measures-${dates.from}-${dates.to}.csv`, csvText(csvRows(answer.data, names)))
      }
    >
      {say('csv')}
    </Button>
  )
  return (
    <Page title={say('title')}>
      <PageHeader title={say('title')} actions={csv}>
        <p className={styles.lead}>{say('lead')}</p>
      </PageHeader>
      <Filters filter={filter} onChange={setFilter} />
      <p role="status" className={styles.status}>
        {answer.isFetching ? say('counting') : ''}
      </p>
      {fault === null ? (
        <Answer of={answer} loading={<Skeleton lines={12} label={say('counting')} />}>
          {(data) => <Cards data={data} />}
        </Answer>
      ) : (
        <Notice kind="warn">{say(fault)}</Notice>
      )}
    </Page>
  )
}

function Cards({ data }: { readonly data: Measures }) {
  const names = useNames()
  const props = { data, names }
  return (
    <div className={styles.cards}>
      <ThirdNextCard {...props} />
      <WaitCard {...props} />
      <FillCard {...props} />
      <SessionsCard {...props} />
      <CancellationsCard {...props} />
      <NoShowsCard {...props} />
    </div>
  )
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
