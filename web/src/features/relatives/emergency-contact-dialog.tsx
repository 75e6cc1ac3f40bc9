import { relatives } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import type { RecordChoiceSlot } from './record-choice-slot.ts'
import { RelativeDialog } from './relative-dialog.tsx'

export interface EmergencyContactDialogProps extends RecordChoiceSlot {
  readonly patientId: string
  readonly onClose: () => void
}

/** Whom to call: the phone of the relative who is known without one and is called first, else somebody new. */
export function EmergencyContactDialog({ patientId, RecordChoice, onClose }: EmergencyContactDialogProps) {
  const list = useAsk(relatives.listRelatives, { patientId })
  return (
    <Answer of={list} loading={null}>
      {({ relatives: people }) => {
        const [person = null] = people
          .filter(({ phone, barred }) => phone === null && barred === null)
          .toSorted((one, other) => (one.emergencyRank ?? Infinity) - (other.emergencyRank ?? Infinity))
        return (
          <RelativeDialog
            patientId={patientId}
            person={person}
            focusOn={person === null ? 'name' : 'phone'}
            RecordChoice={RecordChoice}
            onClose={onClose}
          />
        )
      }}
    </Answer>
  )
}
