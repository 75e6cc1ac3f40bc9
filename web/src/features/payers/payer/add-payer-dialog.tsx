import { practice } from '@foyer/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'

/** A name is enough to begin with; what else there is to say is said on the payer's own page. */
export function AddPayerDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const { act, isPending } = useAct(practice.addPayer)
  const saving = useSave(onClose)
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const save = () =>
    void saving.run(async () => {
      const saved = await act({ name: name.trim(), number: number.trim() || null })
      if (saved.ok) await navigate({ to: '/practice/payers/$payerId', params: { payerId: saved.value.id } })
      return saved
    })
  return (
    <FormDialog
      title={say('addPayer')}
      failure={saving.failure}
      isPending={isPending}
      isReady={name.trim() !== ''}
      onSave={save}
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
      <TextField
        label={say('number')}
        description={say('numberHelp')}
        value={number}
        onChange={setNumber}
        maxLength={40}
        autoComplete="off"
        isMono
      />
    </FormDialog>
  )
}
