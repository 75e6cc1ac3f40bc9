import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { usePractice, useSite, useToday, useVisitTypeName } from '../../app/site.ts'
import { Button, DateField, formatDay, formatMoment, Notice, Select, showToast } from '../../ui/index.ts'
import styles from './estimates.module.css'
import type { List, Pays } from './shapes.ts'
import { useNoteAsked } from './use-note-asked.ts'
import { useWords } from './use-words.ts'

/** What is chosen where the question is about no visit that is booked. */
const NOT_BOOKED = 'not-booked'

/** Somebody asks what a visit will cost: from then on the clock runs. */
export function AskedFor({ patientId, list }: { readonly patientId: string; readonly list: List }) {
  const { say, locale } = useWords()
  const visitOf = useVisitTypeName()
  const { timeZone } = useSite()
  const [chosen, setChosen] = useState<string>(list.visits[0]?.appointmentId ?? NOT_BOOKED)
  const visit = list.visits.find(({ appointmentId }) => appointmentId === chosen)
  return (
    <div className={styles.ask}>
      <Select
        label={say('askFor')}
        options={[
          ...list.visits.map(({ appointmentId, visitTypeId, start }) => ({
            id: appointmentId,
            label: `${visitOf(visitTypeId)}, ${formatMoment(start, timeZone, locale)}`,
          })),
          { id: NOT_BOOKED, label: say('askNotBooked') },
        ]}
        value={visit ? visit.appointmentId : NOT_BOOKED}
        onChange={setChosen}
      />
      {visit ? <AboutVisit patientId={patientId} visit={visit} /> : <AboutNoVisit patientId={patientId} />}
    </div>
  )
}

type Visit = List['visits'][number]

function AboutVisit({ patientId, visit }: { readonly patientId: string; readonly visit: Visit }) {
  const { appointmentId, visitTypeId, siteId, date, said } = visit
  const asking = useNoteAsked(patientId)
  const about = { appointmentId, visitTypeId, siteId, date }
  return (
    <>
      <WhoPays visit={visit} onFailure={asking.fail} />
      <AskButton asking={asking} onPress={() => void asking.note({ ...about, pays: said ?? 'insured' })} />
    </>
  )
}

/** Also who has nothing booked is owed an estimate when they ask (45 CFR 149.610(b)(1)(vi)(C)). */
function AboutNoVisit({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const { visitTypes } = usePractice()
  const visitOf = useVisitTypeName()
  const site = useSite()
  const today = useToday(site)
  const asking = useNoteAsked(patientId)
  const [visitTypeId, setVisitType] = useState<string | null>(null)
  const [date, setDate] = useState<string | null>(null)
  const [pays, setPays] = useState<Pays>('insured')
  const active = visitTypes.filter(({ active: isActive }) => isActive)
  return (
    <>
      <Select
        label={say('askVisitType')}
        options={active.map(({ id }) => ({ id, label: visitOf(id) }))}
        value={visitTypeId}
        onChange={setVisitType}
      />
      <DateField label={say('askDay')} value={date} minValue={today} onChange={setDate} />
      <Select
        label={say('pays')}
        options={(['insured', 'self-pay'] as const).map((id) => ({ id, label: say(`pays_${id}`) }))}
        value={pays}
        onChange={(id) => setPays(id === 'self-pay' ? 'self-pay' : 'insured')}
      />
      <AskButton
        asking={asking}
        onPress={() => {
          if (visitTypeId === null) return asking.fail(say('askVisitTypeMissing'))
          void asking.note({ appointmentId: null, visitTypeId, siteId: site.id, date, pays })
        }}
      />
    </>
  )
}

interface AskButtonProps {
  readonly asking: ReturnType<typeof useNoteAsked>
  readonly onPress: () => void
}

function AskButton({ asking, onPress }: AskButtonProps) {
  const { say } = useWords()
  return (
    <>
      <Button isPending={asking.isPending} onPress={onPress}>
        {say('ask')}
      </Button>
      {asking.failure && <Notice kind="bad">{asking.failure}</Notice>}
    </>
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
