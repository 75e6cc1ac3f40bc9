import { Printer } from 'lucide-react'
import { useState } from 'react'
import { Page } from '../../app/page.tsx'
import { usePractice, useSite, useToday } from '../../app/site.ts'
import { buttonClass, DateField, PageHeader } from '../../ui/index.ts'
import { PrintFields } from './print-fields.tsx'
import styles from './print.module.css'
import { firstWish, printAddress } from './wish.ts'
import { useWords } from './words.ts'

/** What of the calendar to put on paper, asked on a page of its own. */
export function PrintPage() {
  const { say, locale } = useWords()
  const site = useSite()
  const [date, setDate] = useState(useToday(site))
  const resources = usePractice().resources.filter((one) => one.active && one.siteId === site.id)
  const place = { siteId: site.id, date, shownIds: [], resources }
  const [wish, setWish] = useState(() => firstWish(place))
  const address = printAddress(wish, place, locale)
  return (
    <Page title={say('title')} width="narrow">
      <PageHeader title={say('title')}>
        <p>{say('lead')}</p>
      </PageHeader>
      <div className={styles.page}>
        <DateField label={say('date')} value={date} onChange={(next) => next !== null && setDate(next)} />
        <PrintFields place={place} wish={wish} onChange={setWish} />
        {address !== null && (
          <a className={buttonClass({ variant: 'go', size: 'md' })} href={address} target="_blank" rel="noreferrer">
            <Printer size={16} aria-hidden /> {say('print')}
          </a>
        )}
      </div>
    </Page>
  )
}
