import { estimates } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useSite, useVisitTypeName } from '../../app/site.ts'
import { Button, formatDay, StateMark } from '../../ui/index.ts'
import styles from './estimates.module.css'
import { useWords } from './use-words.ts'

/** So that what needs a person now stays in sight. */
const MOST = 3

/** Estimates that have to be made or given, the first due first; nothing where none has. */
export function DueEstimates() {
  const { say, locale } = useWords()
  const visitOf = useVisitTypeName()
  const { id: siteId } = useSite()
  const [isWhole, setWhole] = useState(false)
  const asked = useAsk(estimates.listDueEstimates, { siteId })
  const due = asked.data?.estimates.filter(({ dueOn }) => dueOn !== null) ?? []
  if (due.length === 0) return null
  return (
    <section className={styles.due} aria-label={say('dueTitle')}>
      <h3>{say('dueTitle')}</h3>
      <ul>
        {(isWhole ? due : due.slice(0, MOST)).map(
          ({ id, state, cause, patient, visitTypeId, dueOn, isOverdue, isDueToday }) => {
            const day = dueOn === null ? '' : formatDay(dueOn, locale)
            const when = isDueToday ? say('dueToday') : say(isOverdue ? 'overdue' : 'due', { day })
            return (
              <li key={id}>
                <StateMark kind={isOverdue ? 'bad' : isDueToday ? 'warn' : 'quiet'} label={when} showLabel />{' '}
                <Link to="/patients/$patientId" params={{ patientId: patient.id }} hash="estimates">
                  {say('dueOne', { name: displayName(patient.name), visit: visitOf(visitTypeId) })}
                </Link>
                {cause === 'prices' && ` · ${say('cause_prices')}`}
                {state === 'made' && ` · ${say('state_made')}`}
              </li>
            )
          },
        )}
      </ul>
      {due.length > MOST && (
        <div>
          <Button size="sm" variant="quiet" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
            {isWhole ? say('dueFewer') : say('dueMore', { count: due.length - MOST })}
          </Button>
        </div>
      )}
    </section>
  )
}
