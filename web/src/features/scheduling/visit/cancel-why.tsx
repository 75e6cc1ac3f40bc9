import { type CancellationReason, cancellationReasons, type CancelledBy } from '@foyer/scheduling'
import { useState } from 'react'
import { RadioGroup, Select, TextField } from '../../../ui/index.ts'
import { useWords } from '../words.ts'

const sides = ['patient', 'practice'] as const
// The object has no other keys.
const codes = Object.keys(cancellationReasons) as readonly CancellationReason[]

/** Reasons for which that side cancels, the usual one first. */
function reasonsOf(side: CancelledBy): readonly CancellationReason[] {
  return codes.filter((code) => (cancellationReasons[code].by ?? side) === side)
}

/** Who cancels and why, asked once however many visits it is. */
export function useCancelWhy() {
  const [side, choose] = useState<CancelledBy>('patient')
  const [reason, setReason] = useState<CancellationReason>('patient')
  const [note, setNote] = useState('')
  const words = note.trim()
  const setSide = (next: CancelledBy) => {
    choose(next)
    if (!reasonsOf(next).includes(reason)) setReason(next)
  }
  const said = { reason, by: side, note: words === '' ? null : words }
  return { side, setSide, reason, setReason, note, setNote, said }
}

export function CancelWhy({ side, setSide, reason, setReason, note, setNote }: ReturnType<typeof useCancelWhy>) {
  const { say } = useWords()
  const reasons = reasonsOf(side)
  return (
    <>
      <RadioGroup
        label={say('cancelWho')}
        orientation="horizontal"
        options={sides.map((id) => ({ id, label: say(`cancelWho_${id}`) }))}
        value={side}
        onChange={(id) => setSide(sides.find((one) => one === id) ?? 'patient')}
      />
      <Select
        label={say('cancelWhy')}
        options={reasons.map((id) => ({ id, label: say(`whyCancelled_${id}`) }))}
        value={reason}
        onChange={(id) => setReason(reasons.find((one) => one === id) ?? 'other')}
      />
      <TextField label={say('cancelNote')} value={note} onChange={setNote} maxLength={200} />
    </>
  )
}
