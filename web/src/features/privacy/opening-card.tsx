import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useSite } from '../../app/site.ts'
import { useRoleName } from '../../app/staff-role/use-role-name.ts'
import { buttonClass, Card, formatBirthDate, formatMoment, Signal } from '../../ui/index.ts'
import { actionText } from '../audit/index.ts'
import styles from './privacy.module.css'
import { ReviewForm } from './review-form.tsx'
import type { Opening } from './shapes.ts'
import { useWords } from './use-words.ts'

interface OpeningCardProps {
  readonly opening: Opening
  /** Keys act on it. */
  readonly isSelected: boolean
  readonly onReviewed: () => void
}

/** One opening: who, whose, why, what they did; and the finding, or the form for it. */
export function OpeningCard({ opening, isSelected, onReviewed }: OpeningCardProps) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const { patient, review } = opening
  const roleName = useRoleName()
  const did = opening.did.filter(({ action }) => action !== 'patient.break-glass')
  return (
    <Card isSelected={isSelected}>
      <article
        data-card={opening.id}
        tabIndex={-1}
        aria-label={say('opened', { name: opening.staffName, patient: displayName(patient.name) })}
      >
        <p>
          <b>{say('opened', { name: opening.staffName, patient: displayName(patient.name) })}</b>
        </p>
        <p className={styles.quiet}>
          {roleName(opening.staffRole)} · {formatMoment(opening.openedAt, timeZone, locale)} ·{' '}
          {say('born', { date: formatBirthDate(patient.birthDate, locale) })}, {patient.mrn}
        </p>
        <p>
          {say(`reason_${opening.reason}`)}
          {opening.remarks !== null && <span className={styles.quiet}> ({opening.remarks})</span>}
        </p>
        <p className={styles.quiet}>
          {say('did')}:{' '}
          {did.length === 0
            ? say('didNothing')
            : did
                .map(({ action, times }) =>
                  times === 1
                    ? actionText(action, locale)
                    : say('didLine', { what: actionText(action, locale), count: times }),
                )
                .join('; ')}
        </p>
        {review !== null && (
          <p>
            <Signal kind={review.finding === 'in-order' ? 'ok' : 'bad'}>
              {say(review.finding === 'in-order' ? 'finding_in_order' : 'finding_not_in_order')}
            </Signal>{' '}
            <span className={styles.quiet}>
              {say('reviewedBy', { name: review.by, time: formatMoment(review.at, timeZone, locale) })}
              {review.remarks !== null && `: ${review.remarks}`}
            </span>
          </p>
        )}
        {review === null && opening.own && <p className={styles.quiet}>{say('own')}</p>}
        {review === null && !opening.own && (
          <ReviewForm opening={opening} isSelected={isSelected} onReviewed={onReviewed} />
        )}
        <Link
          to="/patients/$patientId"
          params={{ patientId: patient.id }}
          className={buttonClass({ variant: 'quiet', size: 'sm' })}
        >
          {say('seeLooks')}
        </Link>
      </article>
    </Card>
  )
}
