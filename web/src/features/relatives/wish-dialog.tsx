import { relatives } from '@foyer/contract'
import { conceptText, contactWays, contactWayWords } from '@foyer/patients'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { Button, Checkbox, DateField, FieldGroup, TextField } from '../../ui/index.ts'
import { FormDialog } from './form-dialog.tsx'
import type { Wish } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export interface WishDialogProps {
  readonly patientId: string
  readonly wish: Wish | null
  readonly onClose: () => void
}

export function WishDialog({ patientId, wish: shown, onClose }: WishDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(relatives.setConfidentialContact)
  const { failure, run } = useSave(onClose)
  const [wish] = useState(shown)
  const seen = wish && { ...wish, ways: [...wish.ways] }
  const [ways, setWays] = useState<readonly Wish['ways'][number][]>(wish?.ways ?? [])
  const [phone, setPhone] = useState(wish?.phone ?? '')
  const [email, setEmail] = useState(wish?.email ?? '')
  const [address, setAddress] = useState(wish?.address ?? '')
  const [leaveMessage, setLeaveMessage] = useState(wish?.leaveMessage ?? false)
  const [remarks, setRemarks] = useState(wish?.remarks ?? '')
  const [wasTried, setTried] = useState(false)
  const given = (text: string) => (text.trim() === '' ? null : text.trim())
  const save = () => {
    setTried(true)
    if (ways.length === 0) return
    const said = { phone: given(phone), email: given(email), address: given(address), remarks: given(remarks) }
    void run(() => act({ patientId, wish: { ...said, ways: [...ways], leaveMessage }, seen }))
  }
  const text = (value: string, onChange: (next: string) => void) => ({ value, onChange, autoComplete: 'off' as const })
  return (
    <FormDialog
      title={say('wishTitle')}
      description={say('wishText')}
      failure={failure ?? (wasTried && ways.length === 0 ? say('needWay') : null)}
      isPending={isPending}
      onSave={save}
      onClose={onClose}
    >
      <FieldGroup legend={say('ways')} columns={2}>
        {contactWays.map((way) => (
          <Checkbox
            key={way}
            isSelected={ways.includes(way)}
            onChange={(is) => setWays(is ? [...ways, way] : ways.filter((one) => one !== way))}
          >
            {conceptText(contactWayWords, way, locale)}
          </Checkbox>
        ))}
        <Checkbox isSelected={leaveMessage} onChange={setLeaveMessage}>
          {say('leaveMessage')}
        </Checkbox>
      </FieldGroup>
      <FieldGroup legend={say('reach')} columns={2}>
        <TextField label={say('phone')} type="tel" maxLength={40} {...text(phone, setPhone)} />
        <TextField label={say('email')} type="email" maxLength={200} {...text(email, setEmail)} />
        <TextField label={say('wishAddress')} maxLength={200} {...text(address, setAddress)} />
        <TextField label={say('remarks')} maxLength={200} {...text(remarks, setRemarks)} />
      </FieldGroup>
      {wish && (
        <Button variant="quiet" onPress={() => void run(() => act({ patientId, wish: null, seen }))}>
          {say('wishUsual')}
        </Button>
      )}
    </FormDialog>
  )
}

export function EmancipationDialog({
  patientId,
  on,
  onClose,
}: {
  patientId: string
  on: string | null
  onClose: () => void
}) {
  const { say } = useWords()
  const { act, isPending } = useAct(relatives.setEmancipation)
  const { failure, run } = useSave(onClose)
  const [seen] = useState(on)
  const [from, setFrom] = useState(on)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (reason.trim() !== '') void run(() => act({ patientId, on: from, reason: reason.trim(), seen }))
  }
  return (
    <FormDialog
      title={say('emancipateTitle')}
      description={say('emancipateText')}
      failure={failure}
      isPending={isPending}
      onSave={save}
      onClose={onClose}
    >
      <DateField label={say('emancipatedOn')} value={from} onChange={setFrom} />
      <TextField
        label={say('endReason')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoComplete="off"
        isRequired
        {...(wasTried && reason.trim() === '' ? { errorMessage: say('needReason') } : {})}
      />
    </FormDialog>
  )
}
