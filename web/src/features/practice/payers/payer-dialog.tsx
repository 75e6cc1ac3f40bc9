import { practice, type Refusal } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSaving } from '../saving.ts'
import type { Payer } from '../shapes.ts'
import { useWords } from '../use-words.ts'

export interface PayerDialogProps {
  /** The payer to change; null adds one. */
  readonly payer: Payer | null
  readonly onClose: () => void
}

export function PayerDialog({ payer, onClose }: PayerDialogProps) {
  const { say } = useWords()
  const adding = useAct(practice.addPayer)
  const changing = useAct(practice.changePayer)
  const saving = useSaving<Refusal<typeof practice.addPayer>>()
  const [name, setName] = useState(payer?.name ?? '')
  const [number, setNumber] = useState(payer?.payerId ?? '')
  const [wasTried, setTried] = useState(false)
  const isEmpty = name.trim() === ''
  const refused = saving.refusal ? say(`refused_${saving.refusal.reason}`) : undefined
  const fault = wasTried && isEmpty ? say('needName') : refused
  const save = async () => {
    setTried(true)
    if (isEmpty) return
    const body = { name: name.trim(), number: number.trim() === '' ? null : number.trim() }
    const saved = await saving.run(() => (payer ? changing.act({ ...body, payerId: payer.id }) : adding.act(body)))
    if (saved === null) return
    await refresh(practice.readPractice)
    showToast({ text: say('saved', { name: saved.name }), kind: 'ok' })
    onClose()
  }
  return (
    <FormDialog
      title={payer ? say('changeNamed', { name: payer.name }) : say('addPayer')}
      errors={fault === undefined ? [] : [{ text: fault }]}
      failure={saving.failure}
      isPending={adding.isPending || changing.isPending}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={say('name')}
        value={name}
        onChange={(text) => {
          setName(text)
          saving.forgive()
        }}
        maxLength={120}
        isRequired
        autoFocus
        autoComplete="off"
        errorMessage={fault}
      />
      <TextField
        label={say('payerNumber')}
        description={say('payerNumberHelp')}
        value={number}
        onChange={setNumber}
        maxLength={40}
        autoComplete="off"
        isMono
      />
    </FormDialog>
  )
}
