import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../app/ask.ts'
import { Button, formatDay, Notice, showToast, useShortcuts } from '../../ui/index.ts'
import styles from './estimates.module.css'
import type { Pays } from './shapes.ts'
import { useWords } from './use-words.ts'

interface WhoPaysProps {
  /** Visits that were booked together are answered for together. */
  readonly appointmentIds: readonly [string, ...string[]]
  readonly scope?: 'page' | 'dialog' | 'pane'
}

const keys = { insured: 'h', 'self-pay': 'o' } as const

/**
 * Asked where a visit is booked and where it begins (45 CFR 149.610(b)(1)(i) and (ii)): one key answers, another key takes
 * it back. Nothing is asked of whoever has no plan.
 */
export function WhoPays({ appointmentIds, scope = 'page' }: WhoPaysProps) {
  const { say, locale } = useWords()
  const [first] = appointmentIds
  const { data } = useAsk(estimates.readPayment, { appointmentId: first })
  const { act } = useAct(estimates.choosePayment)
  const [failure, setFailure] = useState<string | null>(null)
  const mayChoose = data !== undefined && data.isAsked && data.can.choose
  const choose = async (pays: Pays) => {
    if (data?.said === pays) return
    setFailure(null)
    try {
      for (const appointmentId of appointmentIds) {
        const result = await act({ appointmentId, pays })
        if (!result.ok) return
      }
      await refresh(estimates.readPayment, estimates.listEstimates, estimates.listDueEstimates)
      showToast({ kind: 'ok', text: say(`said_${pays}`) })
    } catch {
      setFailure(say('failed'))
    }
  }
  useShortcuts(
    {
      [keys.insured]: { label: say('planPays'), run: () => void choose('insured') },
      [keys['self-pay']]: { label: say('alonePays'), run: () => void choose('self-pay') },
    },
    { isEnabled: mayChoose, scope },
  )
  if (!data?.isAsked) return null
  const { said, owed } = data
  const due = owed && (owed.dueOn === null ? say('saidOwed') : say('saidDue', { due: formatDay(owed.dueOn, locale) }))
  const title = say(appointmentIds.length > 1 ? 'whoPaysAll' : 'whoPays')
  return (
    <div role="group" aria-label={title} className={styles.whoPays}>
      <p>
        <b>{title}</b> {said !== null && say(`said_${said}`)} {said === 'self-pay' && due}
      </p>
      {data.can.choose && (
        <div className={styles.choices}>
          <Button
            size="sm"
            shortcut={keys.insured}
            aria-pressed={said === 'insured'}
            onPress={() => void choose('insured')}
          >
            {say('planPays')}
          </Button>
          <Button
            size="sm"
            shortcut={keys['self-pay']}
            aria-pressed={said === 'self-pay'}
            onPress={() => void choose('self-pay')}
          >
            {say('alonePays')}
          </Button>
        </div>
      )}
      {failure && <Notice kind="bad">{failure}</Notice>}
    </div>
  )
}
