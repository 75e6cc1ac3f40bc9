import { Link } from '@tanstack/react-router'
import { useNow } from '../../../app/clock.ts'
import { useMay } from '../../../app/session.ts'
import { Button, buttonClass, Signal, useShortcuts } from '../../../ui/index.ts'
import { CoverageAnswers, CoverageOrder, GoesTo } from '../../coverage/index.ts'
import { WhoPays } from '../../estimates/index.ts'
import { useWords } from '../use-words.ts'
import styles from './check-in.module.css'
import { coverageName, coverageSentence, coverageState, isLookedAt } from './coverage-sentence.ts'
import type { StepProps } from './step-props.ts'

/** Every coverage in a sentence; those that cover the day can be looked at. The first of them has the letter. */
export function CoverageStep({ checkIn, date, today, acts }: StepProps) {
  const words = useWords()
  const { say } = words
  const now = useNow()
  const mayChange = useMay('coverage.change')
  const sorted = checkIn.coverages.toSorted((a, b) => a.order - b.order)
  const first = sorted.find(
    (coverage) => coverageState(coverage, date) === 'active' && !isLookedAt(coverage, today, checkIn.timeZone),
  )
  const look = () => {
    if (first) acts.checkCoverage(first.id, 'card')
  }
  useShortcuts({ v: { label: say('coverageCard'), run: look } }, { isEnabled: first !== undefined })
  return (
    <div className={styles.coverage}>
      <ul className={styles.coverages}>
        {sorted.map((coverage) => {
          const state = coverageState(coverage, date)
          const isActive = state === 'active'
          const isEnded = state === 'ended'
          const isLooked = isLookedAt(coverage, today, checkIn.timeZone)
          const shortcut = coverage === first ? { shortcut: 'v' } : {}
          return (
            <li key={coverage.id} className={isActive ? undefined : styles.ended}>
              <p>
                <b>{coverageName(coverage)}</b>{' '}
                {!isActive && <Signal kind="bad">{say(isEnded ? 'stateEnded' : 'stateAhead')}</Signal>}
              </p>
              <p className={styles.ask}>{coverageSentence(coverage, date, today, now, words)}</p>
              {isActive && !isLooked && (
                <div className={styles.actions}>
                  <Button size="sm" {...shortcut} onPress={() => acts.checkCoverage(coverage.id, 'card')}>
                    {say('coverageCard')}
                  </Button>
                  <Button size="sm" variant="quiet" onPress={() => acts.checkCoverage(coverage.id, 'payer-phone')}>
                    {say('coveragePhone')}
                  </Button>
                  <Button size="sm" variant="quiet" onPress={() => acts.checkCoverage(coverage.id, 'payer-site')}>
                    {say('coverageSite')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <WhoPays appointmentIds={[checkIn.visit.appointmentId]} />
      <GoesTo appointmentId={checkIn.visit.appointmentId} isOnlyOne={sorted.length === 1} />
      {sorted.length > 0 && (
        <CoverageOrder patientId={checkIn.visit.patient.id} appointmentId={checkIn.visit.appointmentId} isBare />
      )}
      <CoverageAnswers
        patientId={checkIn.visit.patient.id}
        appointmentId={checkIn.visit.appointmentId}
        reason="check-in"
        shortcut="q"
      />
      {mayChange && (
        <div className={styles.actions}>
          <Link
            to="/patients/$patientId"
            params={{ patientId: checkIn.visit.patient.id }}
            hash="coverage"
            className={buttonClass({ size: 'sm' })}
          >
            {say('coverageAdd')}
          </Link>
        </div>
      )}
    </div>
  )
}
