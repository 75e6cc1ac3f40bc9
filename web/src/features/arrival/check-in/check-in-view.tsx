import { dateAt, Temporal } from '@foyer/kernel'
import { useNavigate } from '@tanstack/react-router'
import { useDateIn } from '../../../app/clock.ts'
import { useShortcuts, VisuallyHidden } from '../../../ui/index.ts'
import { withPendingStep } from '../board/pending.ts'
import { useSteps } from '../board/use-steps.ts'
import { useWords } from '../use-words.ts'
import type { CheckIn } from '../visit.ts'
import { ArriveBar } from './arrive-bar.tsx'
import { CheckInHeader } from './check-in-header.tsx'
import styles from './check-in.module.css'
import { StepCard } from './step-card.tsx'
import { StepBody } from './step-body.tsx'
import { useAnnouncement } from './use-announcement.ts'
import { useCheckInActs } from './use-check-in-acts.ts'
import { useHashFocus } from './use-hash-focus.ts'

export function CheckInView({ checkIn }: { readonly checkIn: CheckIn }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [news, announce] = useAnnouncement()
  const steps = useSteps(announce)
  const today = useDateIn(checkIn.timeZone)
  const visit = withPendingStep(checkIn.visit, steps.pending)
  const acts = useCheckInActs(checkIn, today, announce)
  const date = dateAt(Temporal.Instant.from(visit.start), checkIn.timeZone)
  const back = () =>
    void navigate({ to: '/', search: { appointmentId: visit.appointmentId, ...(date === today ? {} : { date }) } })
  useHashFocus()
  useShortcuts({ Escape: { label: say('backToBoard'), run: back } })
  return (
    <>
      <CheckInHeader checkIn={checkIn} visit={visit} date={date} today={today} />
      <h2 className={styles.heading}>{say('steps')}</h2>
      <ol className={styles.steps}>
        {checkIn.steps.map((item) => (
          <StepCard key={item.code} item={item} today={today}>
            <StepBody item={item} checkIn={checkIn} today={today} date={date} acts={acts} />
          </StepCard>
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">{news}</span>
      </VisuallyHidden>
      <ArriveBar visit={visit} checkIn={checkIn} steps={steps} onBack={back} />
    </>
  )
}
