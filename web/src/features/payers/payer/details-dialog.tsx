import { payers } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Select, Switch, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { type Payer, payerKinds } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'

export function DetailsDialog({ payer, onClose }: { readonly payer: Payer; readonly onClose: () => void }) {
  const { say } = useWords()
  const { act, isPending } = useAct(payers.savePayerDetails)
  const saving = useSave(onClose)
  const [name, setName] = useState(payer.name)
  const [number, setNumber] = useState(payer.number ?? '')
  const [phone, setPhone] = useState(payer.phone ?? '')
  const [kind, setKind] = useState(payer.kind)
  const [active, setActive] = useState(payer.active)
  const body = {
    payerId: payer.id,
    name: name.trim(),
    number: number.trim() || null,
    phone: phone.trim() || null,
    kind,
    active,
  }
  return (
    <FormDialog
      title={say('changeNamed', { name: payer.name })}
      failure={saving.failure}
      isPending={isPending}
      isReady={body.name !== ''}
      onSave={() => void saving.run(() => act(body))}
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
        label={say('kind')}
        options={payerKinds.map((id) => ({ id, label: say(`kind_${id}`) }))}
        value={kind}
        onChange={(id) => setKind(payerKinds.find((one) => one === id) ?? kind)}
      />
      <TextField
        label={say('number')}
        description={say('numberHelp')}
        value={number}
        onChange={setNumber}
        maxLength={40}
        autoComplete="off"
        isMono
      />
      <TextField
        label={say('phone')}
        description={say('phoneHelp')}
        value={phone}
        onChange={setPhone}
        maxLength={40}
        inputMode="tel"
        autoComplete="off"
      />
      <Switch isSelected={active} onChange={setActive} description={say('offeredHelp')}>
        {say('offered')}
      </Switch>
    </FormDialog>
  )
}
