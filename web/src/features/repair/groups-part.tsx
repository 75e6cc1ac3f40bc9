import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useVisitTypeName } from '../../app/site.ts'
import { Button, Card, Signal } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import { GroupTimes, type GroupTimesProps } from './group-times.tsx'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { dateOf, whenText } from './texts.ts'
import { namesOf } from './use-groups.ts'
import type { RepairActs } from './use-repair.ts'
import { useWords } from './use-words.ts'

/** Group visits that need somebody or something that is missing: who sits in them, who could do them instead, and when else. */
export function GroupsPart({ plan, acts }: { readonly plan: Repair; readonly acts: RepairActs }) {
  const { say } = useWords()
  if (plan.groups.length === 0) return null
  return (
    <section aria-labelledby="groups-title">
      <h2 id="groups-title" className={styles.heading}>
        {say('groupsTitle', { count: plan.groups.length })}
      </h2>
      {plan.groups.map((group) => (
        <GroupCard key={group.id} group={group} plan={plan} acts={acts} />
      ))}
    </section>
  )
}

function GroupCard({ group, plan, acts }: GroupTimesProps) {
  const { say, locale } = useWords()
  const visitOf = useVisitTypeName()
  const { siteId, timeZone, can } = plan
  const { instead } = group
  const [isOpen, setOpen] = useState(false)
  return (
    <Card>
      <div className={styles.state}>
        <p className={styles.name}>
          {visitOf(group.visitTypeId)}, {whenText(group.start, timeZone, locale)}
        </p>
        <Signal kind={instead ? 'warn' : 'bad'} size="sm">
          {say(instead ? 'groupCould' : 'groupByHand')}
        </Signal>
      </div>
      <p className={styles.small}>{namesOf(group.assignments)}</p>
      {group.people.length === 0 ? (
        <p className={styles.small}>{say('groupEmpty')}</p>
      ) : (
        <ul className={styles.list} aria-label={say('groupPeople', { count: group.people.length })}>
          {group.people.map(({ appointmentId, patient, hasEmail, hasPhone }) => (
            <li key={appointmentId}>
              <span className={styles.name}>{displayName(patient.name)}</span>{' '}
              <span className={styles.small}>
                <TwoIdentifiers person={patient} /> · {say(hasEmail ? 'byMail' : hasPhone ? 'hasPhone' : 'noPhone')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {can.decide && instead && <p className={styles.small}>{say('groupInstead', { names: namesOf(instead) })}</p>}
      {can.decide && !instead && <GroupTimes group={group} plan={plan} acts={acts} />}
      <div className={styles.acts}>
        {instead && can.decide && (
          <>
            <Button size="sm" variant="go" isPending={acts.isReassigning} onPress={() => void acts.reassign(group)}>
              {say('groupReassign', { names: namesOf(instead) })}
            </Button>
            <Button size="sm" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {say('groupOtherTimes')}
            </Button>
          </>
        )}
        <Link to="/calendar" search={{ site: siteId, date: dateOf(group.start, timeZone) }}>
          {say('groupOpen')}
        </Link>
      </div>
      {can.decide && instead && isOpen && <GroupTimes group={group} plan={plan} acts={acts} />}
    </Card>
  )
}
