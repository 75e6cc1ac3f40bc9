import { eligibility } from '@foyer/contract'
import { addDays } from '@foyer/kernel'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { useCatalog } from '../../../app/catalog.ts'
import { useNow } from '../../../app/clock.ts'
import { Page } from '../../../app/page.tsx'
import { useSite, useToday } from '../../../app/site.ts'
import { Answer } from '../../../app/states.tsx'
import {
  Button,
  EmptyState,
  formatAge,
  PageHeader,
  ProgressBar,
  Segmented,
  Select,
  showToast,
  useShortcuts,
} from '../../../ui/index.ts'
import { MspDue } from './msp-due.tsx'
import { grouped, states, type Verification, type VisitState } from './grouped.ts'
import { PayerGroups } from './payer-groups.tsx'
import styles from './verification.module.css'
import { words } from './words.ts'

const reach = { tomorrow: 1, three: 3, week: 7 } as const
type Reach = keyof typeof reach

/** Tomorrow and the days after, by what payers said: worked from the top down by keyboard. */
export function VerificationPage() {
  const { say, locale } = useCatalog('verification', words)
  const site = useSite()
  const today = useToday(site)
  const [days, setDays] = useState<Reach>('three')
  const [only, setOnly] = useState<VisitState | null>(null)
  const [from, to] = [1, reach[days]].map((ahead) => addDays(today, ahead))
  const range = { from: from ?? today, to: to ?? today }
  const asked = useAsk(eligibility.readVerification, { ...range, language: locale }, { keepPrevious: true })
  const sweep = useAct(eligibility.startSweep)
  const ask = async (payerId: string | null): Promise<void> => {
    try {
      const result = await sweep.act({ ...range, payerId, again: payerId !== null })
      if (!result.ok) showToast({ text: say('underWay'), kind: 'warn' })
      else {
        const { asked: count, restricted } = result.value
        const kept = restricted === 0 ? [] : [say('keptBack', { count: restricted })]
        showToast({ text: [count === 0 ? say('askedNone') : say('asked', { count }), ...kept].join(' '), kind: 'ok' })
      }
      await refresh(eligibility.readVerification)
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  useShortcuts({ a: { label: say('askAll'), run: () => void ask(null) } })
  const reaches = (Object.keys(reach) as Reach[]).map((id) => ({ id, label: say(id) }))
  const filters = [{ id: 'all', label: say('all') }, ...states.map((id) => ({ id, label: say(`state_${id}`) }))]
  return (
    <Page title={say('title')}>
      <PageHeader
        title={say('title')}
        actions={
          <Button variant="go" shortcut="a" isPending={sweep.isPending} onPress={() => void ask(null)}>
            {say('askAll')}
          </Button>
        }
      >
        <p>{say('lead')}</p>
      </PageHeader>
      <div className={styles.bar}>
        <Segmented label={say('days')} options={reaches} value={days} onChange={(id) => setDays(id)} />
        <Select
          label={say('filter')}
          options={filters}
          value={only ?? 'all'}
          onChange={(id) => setOnly(id === 'all' ? null : (id as VisitState))}
        />
      </div>
      <MspDue {...range} />
      <Answer of={asked}>
        {(data) => (
          <>
            <SweepLine sweep={data.sweep} />
            <Counts counts={data.counts} />
            {data.visits.length === 0 ? (
              <EmptyState title={say('empty')}>{say('emptyNext')}</EmptyState>
            ) : (
              <PayerGroups
                groups={grouped(data, only)}
                isAsking={sweep.isPending}
                onAsk={(payerId) => void ask(payerId)}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

function SweepLine({ sweep }: { readonly sweep: Verification['sweep'] }) {
  const { say, locale } = useCatalog('verification', words)
  const now = useNow()
  if (!sweep) return null
  const { asked, answered, failed, begunAt, endedAt } = sweep
  const label = say('sweep', { age: formatAge(begunAt, now, locale) })
  const text = say('sweepDone', { answered, failed, asked })
  if (endedAt === null && asked > 0)
    return <ProgressBar label={label} value={answered + failed} max={asked} valueText={text} />
  return (
    <p className={styles.small}>
      {label}: {text}
    </p>
  )
}

function Counts({ counts }: { readonly counts: Verification['counts'] }) {
  const { say } = useCatalog('verification', words)
  const parts = states.flatMap((state) => (counts[state] > 0 ? [say(`count_${state}`, { count: counts[state] })] : []))
  return (
    <p role="status" className={styles.small}>
      {parts.join(' · ')}
    </p>
  )
}
