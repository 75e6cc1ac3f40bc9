import { formatPhone, languageName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCatalog } from '../../app/catalog.ts'
import { useMay } from '../../app/session.ts'
import { useVisitTypeName } from '../../app/site.ts'
import { Button, buttonClass, formatBirthDate, useShortcuts } from '../../ui/index.ts'
import { DeclineDialog } from './decline-dialog.tsx'
import styles from './online.module.css'
import type { OnlineVisit } from './shapes.ts'
import { nameOf, type useDecide } from './use-decide.ts'
import { whenText } from './when-text.ts'
import { words } from './words.ts'

export interface OnlineVisitViewProps {
  readonly visit: OnlineVisit
  readonly decide: ReturnType<typeof useDecide>
}

/** One visit with what the desk has to decide: whether it may be, and whose it is. */
export function OnlineVisitView({ visit, decide }: OnlineVisitViewProps) {
  const { say, locale } = useCatalog('self-booking', words)
  const visitOf = useVisitTypeName()
  const [isDeclining, setDeclining] = useState(false)
  const mayDecline = useMay('appointment.cancel')
  const waits = visit.waitsForApproval
  useShortcuts(
    {
      a: { label: say('approve'), run: () => void decide.approve(visit) },
      x: { label: say('decline'), run: () => setDeclining(true) },
    },
    { scope: 'page', isEnabled: waits && !isDeclining },
  )
  const { patient } = visit
  const language = languageName(patient.language, locale)
  const facts = [
    [
      say('person'),
      `${nameOf(patient)} · ${say('born')} ${formatBirthDate(patient.birthDate, locale)} · ${patient.mrn}`,
    ],
    [say('when'), whenText(visit, locale)],
    [say('visit'), visitOf(visit.visitTypeId)],
    [say('where'), visit.siteName],
    [
      say('contact'),
      [visit.phone === null ? null : formatPhone(visit.phone), visit.email].filter((one) => one !== null).join(', '),
    ],
    [say('language'), language],
  ] as const
  return (
    <article aria-label={nameOf(patient)}>
      <h2 className={styles.heading}>{nameOf(patient)}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {waits && (
        <div className={styles.acts}>
          <Button variant="go" shortcut="a" isDisabled={decide.isBusy} onPress={() => void decide.approve(visit)}>
            {say('approve')}
          </Button>
          {mayDecline && (
            <Button variant="plain" shortcut="x" isDisabled={decide.isBusy} onPress={() => setDeclining(true)}>
              {say('decline')}
            </Button>
          )}
          <Link
            to="/patients/$patientId"
            params={{ patientId: patient.id }}
            className={buttonClass({ variant: 'quiet' })}
          >
            {say('open')}
          </Link>
        </div>
      )}
      {visit.isNewRecord && <WhoIsIt visit={visit} decide={decide} />}
      <DeclineDialog
        isOpen={isDeclining}
        onClose={() => setDeclining(false)}
        onDecline={(reason) => {
          setDeclining(false)
          void decide.decline(visit, reason)
        }}
      />
    </article>
  )
}

/** Both identifiers of everybody it may be, beside what was written online. */
function WhoIsIt({ visit, decide }: OnlineVisitViewProps) {
  const { say, locale } = useCatalog('self-booking', words)
  const maySettle = useMay('patient.change')
  return (
    <section className={styles.alike} aria-labelledby="who-is-it">
      <h3 id="who-is-it">{say('newTitle')}</h3>
      <p className={styles.small}>{say('newLead')}</p>
      {visit.possible.length === 0 && <p>{say('newNobody')}</p>}
      <ul className={styles.people}>
        {visit.possible.map((one) => (
          <li key={one.id}>
            <span>
              <b>{nameOf(one)}</b> · {say('born')} {formatBirthDate(one.birthDate, locale)} ·{' '}
              <span className="id">{one.mrn}</span>
            </span>
            {maySettle && (
              <Button
                variant="plain"
                size="sm"
                isDisabled={decide.isBusy}
                aria-label={say('isSameAs', { name: nameOf(one) })}
                onPress={() => void decide.settle(visit, one)}
              >
                {say('isSame')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {maySettle && (
        <Button variant="plain" isDisabled={decide.isBusy} onPress={() => void decide.settle(visit, null)}>
          {say('isOther')}
        </Button>
      )}
    </section>
  )
}
