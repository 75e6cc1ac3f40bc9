import { patients } from '@foyer/contract'
import type { MissingField } from '@foyer/patients'
import { lazy, Suspense, useState } from 'react'
import { useAsk } from '../../../../app/ask.ts'
import { useSite, useToday } from '../../../../app/site.ts'
import { Answer } from '../../../../app/states.tsx'
import { EmergencyContactDialog } from '../../../relatives/index.ts'
import { EditDialog } from '../../edit-dialog.tsx'
import { RecordChoice } from '../../record-choice.tsx'
import type { Patient } from '../../shapes.ts'
import { formOfField } from './form-of-field.ts'

export interface FillDialogProps {
  readonly patientId: string
  readonly field: MissingField
  readonly onClose: () => void
}

const LazyDetailsForm = lazy(async () => ({ default: (await import('../../details/index.ts')).DetailsForm }))

/** Where a missing field is filled in, over whatever page says that it is missing. */
export function FillDialog(props: FillDialogProps) {
  const { patientId, field, onClose } = props
  const form = formOfField(field)
  return (
    <Suspense fallback={null}>
      {form === 'details' && <LazyDetailsForm {...props} />}
      {form === 'people' && <EmergencyContactDialog {...{ patientId, onClose, RecordChoice }} />}
      {form === 'desk' && <DeskForm {...props} />}
    </Suspense>
  )
}

function DeskForm({ patientId, field, onClose }: FillDialogProps) {
  const record = useAsk(patients.readPatient, { patientId })
  return (
    <Answer of={record} loading={null}>
      {({ patient }) => <BegunForm patient={patient} field={field} onClose={onClose} />}
    </Answer>
  )
}

/** As the record was when the form opened: it compares by itself with what comes in behind it. */
function BegunForm({ patient, field, onClose }: Omit<FillDialogProps, 'patientId'> & { readonly patient: Patient }) {
  const today = useToday(useSite())
  const [began] = useState(patient)
  return <EditDialog patient={began} today={today} focusOn={field} onClose={onClose} />
}
