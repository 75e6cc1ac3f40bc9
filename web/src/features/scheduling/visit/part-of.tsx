import { useNow } from '../../../app/clock.ts'
import { Fault } from '../../../app/states.tsx'
import { Button, Signal, Skeleton, useShortcuts } from '../../../ui/index.ts'
import styles from '../calendar.module.css'
import type { Appointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { statusKinds } from './status-kinds.ts'
import { type Part, restOf, useParts, type Whole, wholeOf } from './whole.ts'

export type PartOfProps = {
  readonly appointment: Appointment
  readonly names: Names
  readonly onOpen: (appointmentId: string) => void
  /** Whether the key counts: nothing else is asked. */
  readonly isIdle: boolean
  readonly onCancelRest: (whole: Whole, rest: readonly Part[]) => void
}

/** What the visit belongs to, where it does not stand alone: every occurrence or leg, and what is left of them. */
export function PartOf(props: PartOfProps) {
  const { appointment } = props
  const { say } = useWords()
  const whole = wholeOf(appointment)
  return (
    <>
      {whole && <Parts {...props} whole={whole} />}
      {appointment.seat !== null && (
        <section>
          <h3>{say('partOf')}</h3>
          <p>{say('partOfGroup', { seat: appointment.seat })}</p>
        </section>
      )}
    </>
  )
}

function Parts({ appointment, whole, names, onOpen, isIdle, onCancelRest }: PartOfProps & { readonly whole: Whole }) {
  const { say } = useWords()
  const now = useNow()
  const answer = useParts(whole)
  const parts = answer.data?.visits ?? []
  const rest = restOf(parts, whole.at, now)
  const mayCancelRest = appointment.can.cancel && rest.length > 1
  const ask = () => onCancelRest(whole, rest)
  useShortcuts(
    { l: { label: say('cancelRest', { count: rest.length }), run: ask } },
    { scope: 'dialog', isEnabled: mayCancelRest && isIdle },
  )
  const title = say(whole.of === 'series' ? 'partOfSeries' : 'partOfChain', { number: whole.at + 1 })
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {answer.isPending && <Skeleton lines={3} />}
      {answer.error && <Fault error={answer.error} onRetry={() => void answer.refetch()} />}
      <ol className={styles.parts}>
        {parts.map((part) => (
          <li key={part.id}>
            <button
              type="button"
              className={styles.part}
              aria-current={part.id === appointment.id || undefined}
              onClick={() => onOpen(part.id)}
            >
              <span className={styles.partNumber}>{part.at + 1}</span>
              <span>
                <span className={styles.opens}>{names.at(part.siteId).whenOf(part.start)}</span>
                {whole.of === 'chain' && <span className={styles.soft}> {names.typeOf(part.visitTypeId)}</span>}
              </span>
              <Signal kind={statusKinds[part.status]}>{say(`status_${part.status}`)}</Signal>
            </button>
          </li>
        ))}
      </ol>
      {mayCancelRest && (
        <Button size="sm" shortcut="l" onPress={ask}>
          {say('cancelRest', { count: rest.length })}
        </Button>
      )}
    </section>
  )
}
