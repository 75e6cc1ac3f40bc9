import { payers } from '@foyer/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { takeBack } from '../../../app/undo/take-back.ts'
import { Button, EmptyState, showToast, Table } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import { networkWord, type Payer, type Plan } from '../shapes.ts'
import { refreshDirectory } from '../use-save.ts'
import { useWords } from '../use-words.ts'
import { PlanDialog } from './plan-dialog.tsx'

export function PlansPart({ payer, mayChange }: { readonly payer: Payer; readonly mayChange: boolean }) {
  const { say } = useWords()
  const { act } = useAct(payers.changePlan)
  const [open, setOpen] = useState<Plan | 'new' | null>(null)

  const retire = async (plan: Plan, active: boolean) => {
    const body = { payerId: payer.id, planId: plan.id, name: plan.name, type: plan.type, isInNetwork: plan.isInNetwork }
    try {
      const saved = await act({ ...body, active })
      await refreshDirectory()
      if (!saved.ok) return
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
      return
    }
    showToast({
      text: say(active ? 'planBack' : 'planRetired', { name: plan.name }),
      kind: 'ok',
      undo: () =>
        void takeBack(
          async () => {
            const back = await act({ ...body, active: !active })
            return back.ok ? { ok: true, value: { text: say('undone') } } : { ok: false, error: say('failed') }
          },
          { failed: (why) => why, fault: () => say('failed') },
          [payers.readDirectory],
        ),
    })
  }
  return (
    <div className={styles.part}>
      <h2 id="plans">{say('plans')}</h2>
      {mayChange && (
        <div className={styles.bar}>
          <Button icon={Plus} onPress={() => setOpen('new')}>
            {say('addPlan')}
          </Button>
        </div>
      )}
      <Table<Plan>
        caption={say('plans')}
        hideCaption
        rows={payer.plans}
        getKey={({ id }) => id}
        empty={<EmptyState title={say('noPlans')}>{say('noPlansNext')}</EmptyState>}
        columns={[
          { id: 'name', label: say('name'), isRowHeader: true, cell: ({ name }) => name },
          { id: 'type', label: say('planType'), cell: ({ type }) => say(`planType_${type ?? 'none'}`) },
          {
            id: 'network',
            label: say('network'),
            cell: ({ isInNetwork }) => say(`network_${networkWord(isInNetwork)}`),
          },
          {
            id: 'state',
            label: say('state'),
            cell: ({ active }) => say(active ? 'planOffered' : 'planIsRetired'),
          },
          ...(mayChange
            ? [
                {
                  id: 'actions',
                  label: say('actions'),
                  cell: (plan: Plan) => (
                    <span className={styles.bar}>
                      <Button
                        size="sm"
                        aria-label={say('changeNamed', { name: plan.name })}
                        onPress={() => setOpen(plan)}
                      >
                        {say('change')}
                      </Button>
                      <Button
                        size="sm"
                        variant="quiet"
                        aria-label={say(plan.active ? 'retireNamed' : 'bringBackNamed', { name: plan.name })}
                        onPress={() => void retire(plan, !plan.active)}
                      >
                        {say(plan.active ? 'retire' : 'bringBack')}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open !== null && (
        <PlanDialog payerId={payer.id} plan={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
