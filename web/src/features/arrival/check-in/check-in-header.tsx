import { ageAt, displayName, formatMrn, languageName } from '@foyer/patients'
import { Avatar, formatBirthDate, formatDay, formatTime, Notice, Signal, Tag, TagRow } from '../../../ui/index.ts'
import { UnknownTag } from '../../patients/index.ts'
import { useWords } from '../use-words.ts'
import { type CheckIn, type Visit, visitName, visitTypeName } from '../visit.ts'
import styles from './check-in.module.css'

export interface CheckInHeaderProps {
  readonly checkIn: CheckIn
  readonly visit: Visit
  readonly date: string
  readonly today: string
}

/** Who (with two identifiers), which visit, and whether the person is here or the visit is only being prepared. */
export function CheckInHeader({ checkIn, visit, date, today }: CheckInHeaderProps) {
  const { say, locale } = useWords()
  const { patient } = visit
  const time = formatTime(visit.start, checkIn.timeZone)
  const when = date === today ? say('visitToday', { time }) : say('visitOn', { day: formatDay(date, locale), time })
  const clinician = visit.clinician && say('withClinician', { name: visit.clinician.name })
  const language = languageName(patient.language, locale)
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <Avatar name={visitName(visit)} size="lg" />
        <div>
          <h1>{displayName(patient.name)}</h1>
          <p className={styles.facts}>
            <Born birthDate={patient.birthDate} today={today} /> · <span>{say('mrn', { mrn: '' })}</span>
            <b className="id">{formatMrn(patient.mrn)}</b>
          </p>
          <p className={styles.facts}>
            {when} · {[visitTypeName(visit, locale), clinician].filter(Boolean).join(' ')} · {checkIn.siteName}
          </p>
        </div>
      </div>
      <TagRow>
        <UnknownTag name={patient.name} />
        {patient.interpreterNeeded ? (
          <Tag kind="quiet">{say('interpreterNeeded', { language })}</Tag>
        ) : (
          <Tag>{say('language', { language })}</Tag>
        )}
        {patient.alerts.map((alert) => (
          <Tag key={alert} kind="warn">
            {alert}
          </Tag>
        ))}
      </TagRow>
      <Presence visit={visit} timeZone={checkIn.timeZone} date={date} today={today} />
    </header>
  )
}

function Born({ birthDate, today }: { readonly birthDate: string; readonly today: string }) {
  const { say, locale } = useWords()
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(birthDate)
  const age = isWhole ? ageAt(birthDate, today) : null
  const date = isWhole || birthDate === '' ? formatBirthDate(birthDate, locale) : birthDate
  return <b>{age ? say('born', { date, age: age.years }) : say('bornPartly', { date })}</b>
}

type PresenceProps = Pick<CheckInHeaderProps, 'visit' | 'date' | 'today'> & { readonly timeZone: string }

function Presence({ visit, timeZone, date, today }: PresenceProps) {
  const { say, locale } = useWords()
  const time = formatTime(visit.since, timeZone)
  const status = say(`status_${visit.status}`)
  if (visit.status === 'booked') {
    const text = date === today ? say('preparing') : say('notToday', { day: formatDay(date, locale) })
    return (
      <div className={styles.preparing}>
        <Signal kind="quiet" size="md">
          {say('stillExpected')}
        </Signal>
        <p>{text}</p>
      </div>
    )
  }
  if (visit.status === 'cancelled' || visit.status === 'no-show' || visit.status === 'checked-out') {
    return <Notice kind="info">{say('over', { status })}</Notice>
  }
  return (
    <Notice kind="ok" title={say('arrivedAt', { status, time })}>
      {say('hereText')}
    </Notice>
  )
}
