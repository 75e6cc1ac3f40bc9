import { record } from '@foyer/contract'
import type { MissingField } from '@foyer/patients'
import { useAsk } from '../../../app/ask.ts'
import { Answer } from '../../../app/states.tsx'
import { BackgroundDialog } from './background-dialog.tsx'
import { AsBegan } from './group.tsx'
import { LanguagesDialog } from './languages-dialog.tsx'
import { WorkDialog } from './work-group.tsx'

export interface DetailsFormProps {
  readonly patientId: string
  /** A field of the background, the languages or the work. */
  readonly field: MissingField
  readonly onClose: () => void
}

/** The form of the details that holds this field, with the focus in it. */
export function DetailsForm({ patientId, field, onClose }: DetailsFormProps) {
  const asked = useAsk(record.readRecord, { patientId })
  const Form = field === 'accessibility' ? LanguagesDialog : field === 'employer' ? WorkDialog : BackgroundDialog
  return (
    <Answer of={asked} loading={null}>
      {(details) => (
        <AsBegan details={details}>{(began) => <Form details={began} focusOn={field} onClose={onClose} />}</AsBegan>
      )}
    </Answer>
  )
}
