import { coverageOrder } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { useCatalog } from '../../../app/catalog.ts'
import { useSite } from '../../../app/site.ts'
import { Button, formatDay, formatMoment, Signal } from '../../../ui/index.ts'
import styles from './verification.module.css'
import { words } from './words.ts'

/** People with Medicare who have to be asked who pays first before their visit; nothing where nobody has. */
export function MspDue({ from, to }: { readonly from: string; readonly to: string }) {
  const { say, locale } = useCatalog('verification', words)
  const { id: siteId, timeZone } = useSite()
  const { data } = useAsk(coverageOrder.listMspDue, { siteId, from, to }, { keepPrevious: true })
  const [isOpen, setOpen] = useState(false)
  if (!data || data.visits.length === 0) return null
  return (
    <section className={styles.due} aria-labelledby="msp-due">
      <div className={styles.head}>
        <h2 id="msp-due">{say('mspDue')}</h2>
        <Signal kind="warn">{say('visits', { count: data.visits.length })}</Signal>
        <span className={styles.small}>{say('mspDueLead')}</span>
        <Button size="sm" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {say(isOpen ? 'expanded' : 'collapsed')}
        </Button>
      </div>
      {isOpen && (
        <ul>
          {data.visits.map(({ appointmentId, patient, start, lastAnsweredOn }) => (
            <li key={appointmentId}>
              <Link to="/patients/$patientId" params={{ patientId: patient.id }} hash="coverage">
                {displayName(patient.name)}
              </Link>{' '}
              <span className={styles.small}>
                {formatMoment(start, timeZone, locale)} ·{' '}
                {lastAnsweredOn === null ? say('mspNever') : say('mspLast', { day: formatDay(lastAnsweredOn, locale) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
