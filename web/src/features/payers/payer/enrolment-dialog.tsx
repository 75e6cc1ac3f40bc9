import { payers } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { Button, DateField, Select, TextField } from '../../../ui/index.ts'
import { FormDialog } from '../form-dialog.tsx'
import { type Connection, type Enrolment, enrolmentStates, type Payer, transactions } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'

export interface EnrolmentDialogProps {
  readonly payer: Payer
  readonly connections: readonly Connection[]
  /** Null adds one. */
  readonly enrolment: Enrolment | null
  readonly today: string
  readonly onClose: () => void
}

export function EnrolmentDialog({ payer, connections, enrolment, today, onClose }: EnrolmentDialogProps) {
  const { say } = useWords()
  const saves = useAct(payers.saveEnrolment)
  const removes = useAct(payers.removeEnrolment)
  const saving = useSave(onClose)
  const [connectionId, setConnection] = useState(enrolment?.connectionId ?? connections[0]?.id ?? null)
  const [transaction, setTransaction] = useState(enrolment?.transaction ?? '270')
  const [knownAs, setKnownAs] = useState(enrolment?.knownAs ?? payer.number ?? '')
  const [state, setState] = useState(enrolment?.state ?? 'wanted')
  const [since, setSince] = useState(enrolment ? enrolment.since : today)
  const key = connectionId === null ? null : { payerId: payer.id, connectionId, transaction }
  const save = async () => {
    if (key) await saving.run(() => saves.act({ ...key, knownAs: knownAs.trim(), state, since }))
  }
  return (
    <FormDialog
      title={enrolment ? say('changeEnrolment') : say('addEnrolment')}
      description={say('enrolmentHelp')}
      failure={saving.failure}
      isPending={saves.isPending || removes.isPending}
      isReady={key !== null && knownAs.trim() !== ''}
      onSave={() => void save()}
      onClose={onClose}
      more={
        enrolment && (
          <Button variant="danger" onPress={() => void saving.run(() => removes.act(enrolment))}>
            {say('remove')}
          </Button>
        )
      }
    >
      <Select
        label={say('connection')}
        options={connections.map(({ id, name }) => ({ id, label: name }))}
        value={connectionId}
        onChange={setConnection}
        isDisabled={enrolment !== null}
      />
      <Select
        label={say('transaction')}
        options={transactions.map((id) => ({ id, label: say(`transaction_${id}`) }))}
        value={transaction}
        onChange={(id) => setTransaction(transactions.find((one) => one === id) ?? transaction)}
        isDisabled={enrolment !== null}
      />
      <TextField
        label={say('knownAs')}
        description={say('knownAsHelp')}
        value={knownAs}
        onChange={setKnownAs}
        maxLength={80}
        isRequired
        autoComplete="off"
        isMono
      />
      <Select
        label={say('state')}
        options={enrolmentStates.map((id) => ({ id, label: say(`enrolment_${id}`) }))}
        value={state}
        onChange={(id) => setState(enrolmentStates.find((one) => one === id) ?? state)}
      />
      <DateField label={say('since')} value={since} onChange={setSince} />
    </FormDialog>
  )
}
