import { payers } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Select, Switch, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { networks, networkWord, type Plan, planTypes } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'

export interface PlanDialogProps {
  readonly payerId: string
  /** Null adds one. */
  readonly plan: Plan | null
  readonly onClose: () => void
}

export function PlanDialog({ payerId, plan, onClose }: PlanDialogProps) {
  const { say } = useWords()
  const adding = useAct(payers.addPlan)
  const changing = useAct(payers.changePlan)
  const saving = useSave(onClose)
  const [name, setName] = useState(plan?.name ?? '')
  const [type, setType] = useState(plan?.type ?? null)
  const [isInNetwork, setInNetwork] = useState(plan?.isInNetwork ?? null)
  const [active, setActive] = useState(plan?.active ?? true)
  const body = { payerId, name: name.trim(), type, isInNetwork, active }
  const save = () => saving.run(() => (plan ? changing.act({ ...body, planId: plan.id }) : adding.act(body)))
  return (
    <FormDialog
      title={plan ? say('changeNamed', { name: plan.name }) : say('addPlan')}
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      isReady={body.name !== ''}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={say('name')}
        value={name}
        onChange={setName}
        maxLength={120}
        isRequired
        autoFocus
        autoComplete="off"
      />
      <Select
        label={say('planType')}
        options={[
          { id: '', label: say('planType_none') },
          ...planTypes.map((id) => ({ id, label: say(`planType_${id}`) })),
        ]}
        value={type ?? ''}
        onChange={(id) => setType(planTypes.find((one) => one === id) ?? null)}
      />
      <Select
        label={say('network')}
        description={say('networkHelp')}
        options={networks.map((id) => ({ id, label: say(`network_${id}`) }))}
        value={networkWord(isInNetwork)}
        onChange={(id) => setInNetwork(id === 'unknown' ? null : id === 'in')}
      />
      {plan && (
        <Switch isSelected={active} onChange={setActive} description={say('planOfferedHelp')}>
          {say('planOffered')}
        </Switch>
      )}
    </FormDialog>
  )
}
