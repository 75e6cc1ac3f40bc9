import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { addressOf } from '../../app/client.ts'
import { refresh, useAct } from '../../app/ask.ts'
import { useSite, useVisitTypeName } from '../../app/site.ts'
import { Button, buttonClass, formatDateAt, formatDay, StateMark } from '../../ui/index.ts'
import styles from './estimates.module.css'
import { GiveDialog } from './give-dialog.tsx'
import { MakeDialog } from './make-dialog.tsx'
import type { Estimate, ItemProps } from './shapes.ts'
import { SignDialog } from './sign-dialog.tsx'
import { rangeText } from './texts.ts'
import { useWords } from './use-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type Asking = 'make' | 'give' | 'sign' | 'withdraw' | null

/** One estimate: what it says, where it stands, and what can be done next. */
export function EstimateItem(props: ItemProps) {
  const { patientId, estimate, list } = props
  const { say, locale } = useWords()
  const [asking, setAsking] = useState<Asking>(null)
  const { act: reissue, isPending } = useAct(estimates.reissueEstimate)
  const { id: estimateId, state, kind, lowCents, highCents, isOverdue } = estimate
  const visit = useVisitTypeName()(estimate.visitTypeId)
  const what =
    estimate.serviceDate === null
      ? say('forNoVisit', { visit })
      : `${visit}, ${formatDay(estimate.serviceDate, locale)}`
  const isTold = state === 'made' || state === 'given'
  const mark = isOverdue ? 'bad' : state === 'wanted' ? 'warn' : state === 'given' ? 'ok' : 'quiet'
  const again = async () => {
    await reissue({ patientId, estimateId })
    await refresh(estimates.listEstimates, estimates.listDueEstimates)
  }
  const close = () => setAsking(null)
  return (
    <li className={styles.item}>
      <div>
        <StateMark kind={mark} label={say(`state_${state}`)} showLabel /> <b>{what}</b>
        {isTold && <span className={styles.amount}>{rangeText(lowCents, highCents, say, locale)}</span>}
        <Facts estimate={estimate} label={say(`kind_${kind}`)} />
      </div>
      <div className={styles.acts}>
        {state === 'wanted' && list.can.make && (
          <Button size="sm" variant="go" aria-label={say('makeNamed', { what })} onPress={() => setAsking('make')}>
            {say('make')}
          </Button>
        )}
        {isTold && (
          <a
            href={addressOf(estimates.printEstimate, { patientId, estimateId })}
            target="_blank"
            rel="noreferrer"
            aria-label={say('printNamed', { what })}
            className={buttonClass({ size: 'sm' })}
          >
            {say('print')}
          </a>
        )}
        {isTold && list.can.make && (
          <Button
            size="sm"
            variant={state === 'made' ? 'go' : 'plain'}
            aria-label={say('giveNamed', { what })}
            onPress={() => setAsking('give')}
          >
            {say('give')}
          </Button>
        )}
        {isTold && list.can.sign && estimate.signature === null && (
          <Button size="sm" aria-label={say('signNamed', { what })} onPress={() => setAsking('sign')}>
            {say('sign')}
          </Button>
        )}
        {isTold && list.can.make && estimate.replacedById === null && (
          <Button
            size="sm"
            variant="quiet"
            isPending={isPending}
            aria-label={say('reissueNamed', { what })}
            onPress={() => void again()}
          >
            {say('reissue')}
          </Button>
        )}
        {state !== 'withdrawn' && list.can.make && (
          <Button
            size="sm"
            variant="quiet"
            aria-label={say('withdrawNamed', { what })}
            onPress={() => setAsking('withdraw')}
          >
            {say('withdraw')}
          </Button>
        )}
      </div>
      {asking === 'make' && <MakeDialog {...props} onClose={close} />}
      {asking === 'give' && <GiveDialog {...props} onClose={close} />}
      {asking === 'sign' && <SignDialog {...props} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog {...props} onClose={close} />}
    </li>
  )
}

function Facts({ estimate, label }: { readonly estimate: Estimate; readonly label: string }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const at = (instant: string) => formatDateAt(instant, timeZone, locale)
  const { state, dueOn, isOverdue, givenAt, givenHow, link, signature } = estimate
  const facts = [
    label,
    say(`cause_${estimate.cause}`),
    ...((state === 'wanted' || (state === 'made' && estimate.replacedById === null)) && dueOn !== null
      ? [say(isOverdue ? 'overdue' : 'due', { day: formatDay(dueOn, locale) })]
      : []),
    ...(givenAt !== null && givenHow !== null ? [`${say(`givenHow_${givenHow}`)} ${at(givenAt)}`] : []),
    ...(link === null
      ? []
      : [
          link.isShut
            ? say('linkShut')
            : link.openedAt === null
              ? say('linkWaits', { day: at(link.until) })
              : say('linkOpen', { day: at(link.openedAt) }),
        ]),
    ...(signature === null ? [] : [say('signedBy', { name: signature.signedByName, day: at(signature.signedAt) })]),
    ...(estimate.replacedById === null ? [] : [say('replaced')]),
    ...(estimate.withdrawnReason === null ? [] : [estimate.withdrawnReason]),
  ]
  return <span className={styles.facts}>{facts.join(' · ')}</span>
}
