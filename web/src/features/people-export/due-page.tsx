import { peopleExport, type Reply } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { daysBetween } from '@foyer/kernel'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import { EmptyState, formatBirthDate, PageHeader, Signal } from '../../ui/index.ts'
import styles from './copies.module.css'
import { useWords } from './use-words.ts'

type Due = Reply<typeof peopleExport.listDueCopies>['requests'][number]

/** From so many days before the last one on, it stands out. */
const soon = 7

/** Every copy of a record that is still to be given, the one due soonest first. */
export function DueCopiesPage() {
  const { say } = useWords()
  const list = useAsk(peopleExport.listDueCopies, {}, { keepPrevious: true })
  return (
    <Page title={say('dueTitle')} width="narrow">
      <p className={styles.quiet}>
        <Link to="/patients">← {say('toPatients')}</Link>
      </p>
      <PageHeader title={say('dueTitle')}>{say('dueLead')}</PageHeader>
      <Answer of={list}>
        {({ requests, today }) =>
          requests.length === 0 ? (
            <EmptyState title={say('dueNone')}>{say('dueNoneNext')}</EmptyState>
          ) : (
            <ul className={styles.due}>
              {requests.map((request) => (
                <DueLine key={request.id} request={request} today={today} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  )
}

function DueLine({ request, today }: { readonly request: Due; readonly today: string }) {
  const { say, locale } = useWords()
  const { patient, askedBy, form, requestedOn, dueOn, isOverdue } = request
  const day = (date: string) => formatBirthDate(date, locale)
  const name = displayName(patient.name)
  const left = daysBetween(today, dueOn)
  const leftText = left === 0 ? say('dueToday') : say('left', { count: left })
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <Link to="/patients/$patientId" params={{ patientId: patient.id }} hash="history">
          {name}
        </Link>
        <span className={styles.quiet}>
          {day(patient.birthDate)} · {patient.mrn}
        </span>
        <span className={styles.quiet}>
          {askedBy !== name && `${say('waits', { name: askedBy })} · `}
          {say(`form_${form}`)} · {say('asked', { date: day(requestedOn) })}
        </span>
      </span>
      <span className={styles.until}>
        {isOverdue && <Signal kind="bad">{say('overdue', { count: -left })}</Signal>}
        {!isOverdue && left <= soon && <Signal kind="warn">{leftText}</Signal>}
        {left > soon && <span>{leftText}</span>}
        <span className={styles.quiet}>{say(isOverdue ? 'late' : 'due', { date: day(dueOn) })}</span>
      </span>
    </li>
  )
}
