import { peopleExport } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, FormLayout, Notice, RadioGroup } from '../../ui/index.ts'
import type { AccessRequest } from './shapes.ts'
import { useWords } from './use-words.ts'

const ways = peopleExport.delivered.options
type Way = (typeof ways)[number]

export interface GivenDialogProps {
  readonly patientId: string
  readonly request: AccessRequest
  readonly onClose: () => void
}

export function GivenDialog({ patientId, request, onClose }: GivenDialogProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(peopleExport.giveCopy)
  const [way, setWay] = useState<Way>('hand')
  const [hasFailed, setFailed] = useState(false)

  const save = async () => {
    if (isPending) return
    setFailed(false)
    try {
      // Whoever was faster has said the same.
      await act({ patientId, requestId: request.id, delivered: way })
      await refresh(peopleExport.listAccessRequests)
      onClose()
    } catch {
      setFailed(true)
    }
  }
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={say('markGivenTo', { name: request.askedBy })}>
      {hasFailed && <Notice kind="bad">{say('failed')}</Notice>}
      <FormLayout
        label={say('delivered')}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <RadioGroup
          label={say('delivered')}
          options={ways.map((id) => ({ id, label: say(`delivered_${id}`) }))}
          value={way}
          onChange={setWay}
        />
      </FormLayout>
    </Dialog>
  )
}
