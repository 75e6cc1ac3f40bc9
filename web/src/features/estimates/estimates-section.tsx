import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { useSite } from '../../app/site.ts'
import { Button, EmptyState, formatDay, formatMoment, Notice, Panel, Select, showToast } from '../../ui/index.ts'
import { EstimateItem } from './estimate-item.tsx'
import styles from './estimates.module.css'
import type { List } from './shapes.ts'
import { useWords } from './use-words.ts'

/** What the person was told that visits will cost, and what they are still to be told. */
export function EstimatesSection({ patientId }: { readonly patientId: string }) {
  const asked = useAsk(estimates.listEstimates, { patientId })
  return <Answer of={asked}>{(list) => <Shown patientId={patientId} list={list} />}</Answer>
}

function Shown({ patientId, list }: { readonly patientId: string; readonly list: List }) {
  const { say } = useWords()
  return (
    <>
      {list.can.want && list.visits.length > 0 && <AskedFor patientId={patientId} list={list} />}
      <Panel title={say('title')}>
        {list.estimates.length === 0 ? (
          <EmptyState title={say('none')}>{say('noneNext')}</EmptyState>
        ) : (
          <ul className={styles.list}>
            {list.estimates.map((estimate) => (
              <EstimateItem key={estimate.id} patientId={patientId} estimate={estimate} list={list} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}

/** Somebody asks what a visit will cost: from then on the clock runs. */
function AskedFor({ patientId, list }: { readonly patientId: string; readonly list: List }) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const [chosen, setChosen] = useState<string>(list.visits[0]?.appointmentId ?? '')
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.wantEstimate)
  const visit = list.visits.find(({ appointmentId }) => appointmentId === chosen) ?? list.visits[0]
  if (!visit) return null
  const note = async () => {
    setFailure(null)
    try {
      const { appointmentId, visitTypeId, siteId, date, said } = visit
      const about = { patientId, appointmentId, visitTypeId, siteId, date }
      const result = await act({ ...about, pays: said ?? 'insured', cause: 'requested' })
      if (!result.ok) return setFailure(say(`refused_${result.error.reason}`))
      const { dueOn } = result.value
      showToast({ kind: 'ok', text: say('asked', { due: dueOn === null ? '' : formatDay(dueOn, locale) }) })
      await refresh(estimates.listEstimates, estimates.listDueEstimates)
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <div className={styles.ask}>
      <Select
        label={say('askFor')}
        options={list.visits.map(({ appointmentId, visitType, start }) => ({
          id: appointmentId,
          label: `${visitType}, ${formatMoment(start, timeZone, locale)}`,
        }))}
        value={visit.appointmentId}
        onChange={setChosen}
      />
      <WhoPays visit={visit} onFailure={setFailure} />
      <Button isPending={isPending} onPress={() => void note()}>
        {say('ask')}
      </Button>
      {failure && <Notice kind="bad">{failure}</Notice>}
    </div>
  )
}

interface WhoPaysProps {
  readonly visit: List['visits'][number]
  readonly onFailure: (text: string | null) => void
}

/** The last word of the person counts: whoever wants to pay alone is owed an estimate although there is a plan. */
function WhoPays({ visit: { appointmentId, said }, onFailure }: WhoPaysProps) {
  const { say, locale } = useWords()
  const { act } = useAct(estimates.choosePayment)
  const choose = async (pays: 'insured' | 'self-pay') => {
    onFailure(null)
    try {
      const result = await act({ appointmentId, pays })
      if (!result.ok) return
      const due = result.value.owed?.dueOn ?? null
      const text = due === null ? say('paysNoted') : say('paysNotedDue', { due: formatDay(due, locale) })
      showToast({ kind: 'ok', text })
      await refresh(estimates.listEstimates, estimates.listDueEstimates)
    } catch {
      onFailure(say('failed'))
    }
  }
  return (
    <Select
      label={say('pays')}
      options={[
        ...(said === null ? [{ id: '', label: say('pays_unsaid') }] : []),
        ...(['insured', 'self-pay'] as const).map((id) => ({ id, label: say(`pays_${id}`) })),
      ]}
      value={said ?? ''}
      onChange={(id) => {
        if (id === 'insured' || id === 'self-pay') void choose(id)
      }}
    />
  )
}
