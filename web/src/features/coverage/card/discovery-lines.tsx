import { eligibility, patients } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useNow } from '../../../app/clock.ts'
import { useMay } from '../../../app/session.ts'
import { useSite } from '../../../app/site.ts'
import { Button, formatAge, showToast, Signal } from '../../../ui/index.ts'
import { AskAllTheSame } from '../restriction/ask-all-the-same.tsx'
import type { Restriction } from '../restriction/use-words.ts'
import { askRefusal } from './ask-refusal.ts'
import styles from './card.module.css'
import type { Cards, Check } from './shapes.ts'
import { useWords } from './use-words.ts'

/** Where no policy is good: whether any payer knows the person. A hit is offered and never taken over by itself. */
export function DiscoveryLines({ patientId, of }: { readonly patientId: string; readonly of: Cards }) {
  const { say, locale } = useWords()
  const now = useNow()
  const site = useSite()
  const search = useAct(eligibility.discoverCoverage)
  const isCovered = of.cards.some(({ light }) => light !== 'bad')
  const byItself = of.discovery.find(({ askedBy }) => askedBy === null)
  const [kept, setKept] = useState<Restriction | null>(null)
  if (isCovered && of.discovery.length === 0) return null
  const run = async (despiteRestriction = false): Promise<void> => {
    try {
      const result = await search.act({ patientId, despiteRestriction })
      const refusal = result.ok ? null : result.error
      if (refusal?.reason === 'restricted-by-patient') return setKept(refusal.restriction)
      setKept(null)
      if (refusal) showToast({ text: askRefusal(refusal, site.timeZone, say), kind: 'warn' })
      await refresh(eligibility.readCoverageCards)
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  return (
    <div className={styles.card}>
      {byItself && (
        <p className={styles.small}>{say('discoverByItself', { age: formatAge(byItself.askedAt, now, locale) })}</p>
      )}
      <ul className={styles.lines}>
        {of.discovery.map((check) => (
          <DiscoveryLine key={check.id} check={check} patientId={patientId} />
        ))}
      </ul>
      {!isCovered && (
        <div className={styles.actions}>
          <Button size="sm" isPending={search.isPending} onPress={() => void run()}>
            {say('discover')}
          </Button>
          <span className={styles.small}>{say('discoverNote')}</span>
        </div>
      )}
      {kept && (
        <AskAllTheSame
          restriction={kept}
          isPending={search.isPending}
          onAsk={() => void run(true)}
          onClose={() => setKept(null)}
        />
      )}
    </div>
  )
}

function DiscoveryLine({ check, patientId }: { readonly check: Check; readonly patientId: string }) {
  const { say } = useWords()
  const mayTake = useMay('coverage.change')
  const { act, isPending } = useAct(eligibility.takeFoundCoverage)
  const { payerName: payer, outcome, failure, isSandbox } = check
  const take = async (): Promise<void> => {
    try {
      const result = await act({ patientId, checkId: check.id })
      showToast({ text: say(result.ok ? 'discoverTaken' : 'failed'), kind: result.ok ? 'ok' : 'bad' })
      await refresh(eligibility.readCoverageCards, patients.readPatient)
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  if (outcome === 'active')
    return (
      <li className={styles.actions}>
        <Signal kind="ok">{say('discovered', { payer, outcome: say('outcome_active') })}</Signal>
        {mayTake && (
          <Button
            size="sm"
            isPending={isPending}
            onPress={() => void take()}
            aria-label={say('discoverTakeLabel', { payer })}
          >
            {say('discoverTake')}
          </Button>
        )}
        {isSandbox && <span className={styles.small}>{say('sandbox')}</span>}
      </li>
    )
  const text = outcome ? say(`outcome_${outcome}`) : failure ? say(`failure_${failure}`) : say('because_asking')
  return (
    <li className={styles.small}>
      {[`${payer}: ${text}`, isSandbox && say('sandbox')].filter((part) => part !== false).join(' · ')}
    </li>
  )
}
