import { languageName, displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { formatBirthDate, formatDuration, Signal, zoneCity } from '../../../ui/index.ts'
import { UnknownTag } from '../../patients/index.ts'
import styles from '../calendar.module.css'
import { useWords } from '../words.ts'
import { LacksInterpreter } from './lacks-interpreter.tsx'
import { PartOf, type PartOfProps } from './part-of.tsx'
import { reasonText } from './reason-text.ts'
import { statusKinds } from './status-kinds.ts'
import { WhyPossible } from './why-possible.tsx'

/** The facts of a visit, and what it is part of. */
export function VisitFacts(props: PartOfProps) {
  const { appointment, names } = props
  const { say, locale } = useWords()
  const { patient, timeZone, start, end, status, assignments } = appointment
  return (
    <div className={styles.facts}>
      <div>
        <p className={styles.when}>{names.spanOf(start, end)}</p>
        <p>{names.typeOf(appointment.visitTypeId) || appointment.visitType}</p>
        <p className={styles.soft}>
          {appointment.siteName} · {zoneCity(timeZone)}
        </p>
        <Signal kind={statusKinds[status]}>{say(`status_${status}`)}</Signal>
        <Cancelled appointment={appointment} />
      </div>
      <section>
        <h3>{say('who')}</h3>
        <p>
          <Link to="/patients/$patientId" params={{ patientId: patient.id }}>
            {displayName(patient.name)}
          </Link>{' '}
          <UnknownTag name={patient.name} />
        </p>
        <p className={styles.soft}>
          {say('born', { date: formatBirthDate(patient.birthDate, locale) })} ·{' '}
          <span className="id">{patient.mrn}</span>
          {patient.interpreterNeeded && ` · ◆ ${say('oneKind_interpreter')}: ${languageName(patient.language, locale)}`}
        </p>
      </section>
      <section>
        <h3>{say('whoAndWhere')}</h3>
        <ul>
          {assignments.map((one) => (
            <li key={`${one.role} ${one.resourceId}`}>
              {one.name} <span className={styles.soft}>{names.timesOf(one.start, one.end)}</span>
            </li>
          ))}
        </ul>
        <LacksInterpreter appointment={appointment} names={names} isIdle={props.isIdle} />
      </section>
      {appointment.note && (
        <section>
          <h3>{say('cancelNote')}</h3>
          <p>{appointment.note}</p>
        </section>
      )}
      <PartOf {...props} />
      <WhyPossible why={appointment.why} names={names} />
      <History appointment={appointment} names={names} />
    </div>
  )
}

/** Who took it back, how long before, and why. */
function Cancelled({ appointment }: Pick<PartOfProps, 'appointment'>) {
  const { say, locale } = useWords()
  const { status, cancelledBy, cancelReason, cancelNoticeMinutes: minutes } = appointment
  if (status !== 'cancelled' || cancelledBy === null || minutes === null) return null
  const when = say(minutes < 0 ? 'cancelledAfter' : 'cancelledBefore', {
    much: formatDuration(Math.abs(minutes), locale),
  })
  const why = reasonText(cancelReason ?? 'other', say)
  return <p className={styles.soft}>{say('cancelledLine', { who: say(`cancelledSide_${cancelledBy}`), when, why })}</p>
}

function History({ appointment: { history }, names }: Pick<PartOfProps, 'appointment' | 'names'>) {
  const { say } = useWords()
  if (history.length === 0) return null
  return (
    <section>
      <h3>{say('history')}</h3>
      <ol className={styles.history}>
        {history.map((entry) => (
          <li key={`${entry.at} ${entry.to}`} data-undone={entry.undone || undefined}>
            {entry.from === null
              ? say('historyBooked')
              : say('historyStep', { from: say(`status_${entry.from}`), to: say(`status_${entry.to}`) })}
            {entry.reason && `: ${reasonText(entry.reason, say)}`}
            {entry.undone && ` (${say('undone')})`}
            <br />
            <span className={styles.soft}>
              {names.whenOf(entry.at)} · {say('historyBy', { name: entry.by })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
