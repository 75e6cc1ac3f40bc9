import { cancelReasons } from '@foyer/contract'
import { useState } from 'react'
import { RadioGroup, TextField } from '../../../ui/index.ts'
import { useWords } from '../words.ts'

type Reason = (typeof cancelReasons)[number]

/** Why something is cancelled, asked once however many visits it is. */
export function useCancelWhy() {
  const [reason, setReason] = useState<Reason>('patient')
  const [note, setNote] = useState('')
  const words = note.trim()
  return { reason, setReason, note, setNote, said: { reason, note: words === '' ? null : words } }
}

export function CancelWhy({ reason, setReason, note, setNote }: ReturnType<typeof useCancelWhy>) {
  const { say } = useWords()
  return (
    <>
      <RadioGroup
        label={say('cancelWhy')}
        options={cancelReasons.map((id) => ({ id, label: say(`cancelledBy_${id === 'other' ? 'else' : id}`) }))}
        value={reason}
        onChange={(id) => setReason(cancelReasons.find((one) => one === id) ?? 'other')}
      />
      <TextField label={say('cancelNote')} value={note} onChange={setNote} maxLength={200} />
    </>
  )
}
