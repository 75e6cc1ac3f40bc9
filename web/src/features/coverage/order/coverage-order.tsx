import { coverageOrder } from '@foyer/contract'
import { lazy, Suspense, useState } from 'react'
import { useAct, useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, formatDay, Notice, Panel, Signal, showToast } from '../../../ui/index.ts'
import { AskLine } from './ask-line.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import styles from './order.module.css'
import { type Order, policyName } from './shapes.ts'
import { Timeline } from './timeline.tsx'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export interface CoverageOrderProps {
  readonly patientId: string
  /** For its day and cause; without one for today. */
  readonly appointmentId?: string
  /** Under a heading that the page has already. */
  readonly isBare?: boolean
}

/** Who pays before whom, why, and what would have to be asked to be sure. */
export function CoverageOrder({ patientId, appointmentId, isBare }: CoverageOrderProps) {
  const { say } = useWords()
  const asked = useAsk(coverageOrder.readCoverageOrder, {
    patientId,
    ...(appointmentId === undefined ? {} : { appointmentId }),
  })
  const body = (
    <Answer of={asked}>
      {(order) => <Body patientId={patientId} appointmentId={appointmentId ?? null} of={order} hasTimeline={!isBare} />}
    </Answer>
  )
  return isBare ? <section aria-label={say('title')}>{body}</section> : <Panel title={say('title')}>{body}</Panel>
}

interface BodyProps {
  readonly patientId: string
  readonly appointmentId: string | null
  readonly of: Order
  readonly hasTimeline: boolean
}

function Body({ patientId, appointmentId, of, hasTimeline }: BodyProps) {
  const { say } = useWords()
  const [isDeciding, setDeciding] = useState(false)
  // At check-in one policy stands above already, and has nobody to come before.
  const isSaid = !hasTimeline && of.order.length === 1
  return (
    <div className={styles.parts}>
      {isSaid ? null : of.order.length === 0 ? <p className={styles.quiet}>{say('none')}</p> : <Places of={of} />}
      <Decision patientId={patientId} of={of} />
      {of.decidedBy === 'rules' && of.asks.length > 0 && (
        <div className={styles.asks}>
          <p className={styles.quiet}>{say('guess')}</p>
          {of.asks.map((ask) => (
            <AskLine key={`${ask.question} ${ask.coverageIds.join(' ')}`} patientId={patientId} of={of} ask={ask} />
          ))}
        </div>
      )}
      {of.order.length > 1 && of.can.decide && (
        <div>
          <Button size="sm" variant="quiet" onPress={() => setDeciding(true)}>
            {say('decide')}
          </Button>
        </div>
      )}
      {of.msp && <Msp patientId={patientId} appointmentId={appointmentId} msp={of.msp} mayAsk={of.can.answer} />}
      {hasTimeline && of.policies.length > 0 && <Timeline of={of} />}
      {isDeciding && <DecideDialog patientId={patientId} of={of} onClose={() => setDeciding(false)} />}
    </div>
  )
}

function Places({ of }: { readonly of: Order }) {
  const { say } = useWords()
  const isByRules = of.decidedBy === 'rules'
  return (
    <ol className={styles.places}>
      {of.order.map((id, at) => {
        const policy = of.policies.find(({ coverageId }) => coverageId === id)
        const rule = isByRules ? of.rules.because[at] : undefined
        if (!policy) return null
        return (
          <li key={id}>
            <b>{policyName(policy)}</b> <Signal kind={at === 0 ? 'ok' : 'quiet'}>{say(`place_${placeOf(at)}`)}</Signal>
            {rule && <span className={styles.why}>{say('because', { why: say(`rule_${rule}`) })}</span>}
          </li>
        )
      })}
    </ol>
  )
}

function placeOf(at: number): 1 | 2 | 3 | 4 {
  return at === 0 ? 1 : at === 1 ? 2 : at === 2 ? 3 : 4
}

/** Who decided otherwise, and the way back. */
function Decision({ patientId, of }: { readonly patientId: string; readonly of: Order }) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(coverageOrder.withdrawCoverageOrder)
  const save = useSave()
  const { decision } = of
  if (!decision) return null
  const day = formatDay(decision.decidedAt.slice(0, 10), locale)
  if (!decision.holds) return <p className={styles.quiet}>{say('decidedBefore', { day })}</p>
  const takeBack = () =>
    void save.run(
      () => act({ patientId, decisionId: decision.id }),
      () => showToast({ text: say('takenBack'), kind: 'ok' }),
    )
  return (
    <div className={styles.decision}>
      <p>{say('decidedBy', { name: decision.decidedBy ?? say('somebody'), day, reason: decision.reason })}</p>
      {save.failure && <Notice kind="bad">{save.failure}</Notice>}
      {of.can.decide && (
        <Button size="sm" onPress={takeBack} isPending={isPending}>
          {say('takeBack')}
        </Button>
      )}
    </div>
  )
}

const MspDialog = lazy(async () => ({ default: (await import('../msp/msp-dialog.tsx')).MspDialog }))

interface MspProps {
  readonly patientId: string
  readonly appointmentId: string | null
  readonly msp: NonNullable<Order['msp']>
  readonly mayAsk: boolean
}

function Msp({ patientId, appointmentId, msp, mayAsk }: MspProps) {
  const { say, locale } = useWords()
  const [isAsking, setAsking] = useState(false)
  const { last } = msp
  return (
    <div className={styles.msp}>
      <p>
        {last && <Signal kind={last.medicare === 'unclear' ? 'warn' : 'ok'}>{say(`msp_${last.medicare}`)}</Signal>}{' '}
        {last && (
          <span className={styles.quiet}>
            {say('mspAsked', { day: formatDay(last.answeredOn, locale), until: formatDay(last.dueAgainOn, locale) })}
          </span>
        )}{' '}
        {msp.isDue && <Signal kind="warn">{say('mspDue')}</Signal>}
      </p>
      {mayAsk && (
        <Button size="sm" onPress={() => setAsking(true)}>
          {say(msp.isDue ? 'mspAsk' : 'mspAgain')}
        </Button>
      )}
      {isAsking && (
        <Suspense>
          <MspDialog
            patientId={patientId}
            appointmentId={appointmentId}
            person={{ birthDate: msp.birthDate, on: msp.on }}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
