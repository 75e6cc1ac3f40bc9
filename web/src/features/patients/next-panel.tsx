import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/session.ts'
import { usePractice, useToday } from '../../app/site.ts'
import { buttonClass, formatInDays, Panel, Tag } from '../../ui/index.ts'
import styles from './patients.module.css'
import type { PatientRecord, VisitLine } from './shapes.ts'
import { useWords } from './use-words.ts'
import { visitDate, visitWhat, visitWhen } from './visit-text.ts'

const shown = 3

export function NextPanel({ record }: { readonly record: PatientRecord }) {
  const { say } = useWords()
  const [first, ...rest] = record.upcoming
  const few = rest.slice(0, shown - 1)
  const more = rest.slice(shown - 1)
  return (
    <Panel title={say('next')}>
      {first === undefined ? (
        <p className={styles.small}>{say('nothingNext')}</p>
      ) : (
        <ul className={styles.lines}>
          {[first, ...few].map((visit) => (
            <UpcomingLine key={visit.id} visit={visit} />
          ))}
        </ul>
      )}
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{say('more', { count: more.length })}</summary>
          <ul className={styles.lines}>
            {more.map((visit) => (
              <UpcomingLine key={visit.id} visit={visit} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function UpcomingLine({ visit }: { readonly visit: VisitLine }) {
  const { say, locale } = useWords()
  const today = useToday(visit)
  const date = visitDate(visit)
  const site = usePractice().sites.find(({ name }) => name === visit.siteName)
  const mayMove = useMay('appointment.move') && visit.status === 'booked'
  const mayCheckIn = useMay('visit.check-in') && date === today && ['booked', 'arrived'].includes(visit.status)
  return (
    <li className={styles.line}>
      <span className={styles.lineMain}>
        <Link to="/calendar" search={{ site: site?.id, date }}>
          {visitWhen(visit, today, say, locale)}
        </Link>{' '}
        <b>{formatInDays(date, today, locale)}</b>
        <br />
        {visitWhat(visit, say, locale)}{' '}
        {visit.status !== 'booked' && <Tag kind="info">{say(`status_${visit.status}`)}</Tag>}
      </span>
      <span className={styles.actions}>
        {mayMove && (
          <Link
            to="/calendar"
            search={{ site: site?.id, date, appointmentId: visit.id }}
            className={buttonClass({ size: 'sm' })}
          >
            {say('move')}
          </Link>
        )}
        {mayCheckIn && (
          <Link
            to="/check-in/$appointmentId"
            params={{ appointmentId: visit.id }}
            className={buttonClass({ size: 'sm', variant: 'go' })}
          >
            {say('checkIn')}
          </Link>
        )}
      </span>
    </li>
  )
}
