import { selfBooking } from '@foyer/contract'
import { useState } from 'react'
import { useCatalog } from '../../app/catalog.ts'
import { Button, Dialog, RadioGroup } from '../../ui/index.ts'
import styles from './online.module.css'
import type { DeclineReason } from './shapes.ts'
import { words } from './words.ts'

export interface DeclineDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDecline: (reason: DeclineReason) => void
}

export function DeclineDialog({ isOpen, onClose, onDecline }: DeclineDialogProps) {
  const { say } = useCatalog('self-booking', words)
  const [reason, setReason] = useState<DeclineReason>('time')
  return (
    <Dialog title={say('declineTitle')} isOpen={isOpen} onClose={onClose}>
      <p>{say('declineLead')}</p>
      <RadioGroup
        label={say('reason')}
        value={reason}
        onChange={setReason}
        options={selfBooking.declineReasons.map((one) => ({ id: one, label: say(`reason_${one}`) }))}
      />
      <div className={styles.acts}>
        <Button variant="danger" onPress={() => onDecline(reason)}>
          {say('decline')}
        </Button>
        <Button variant="plain" onPress={onClose}>
          {say('keep')}
        </Button>
      </div>
    </Dialog>
  )
}
