import { useMay } from '../../../app/session.ts'
import { FillButtons, useFill, useMissingText } from '../../patients/index.ts'
import type { StepProps } from './step-props.ts'

/** What is required and not known; it goes away by itself when it is filled. */
export function RegistrationStep({ item, checkIn }: StepProps) {
  const missingText = useMissingText()
  const mayChange = useMay('patient.change')
  const { fill, dialog, place } = useFill(checkIn.visit.patient.id)
  return (
    <div ref={place} tabIndex={-1}>
      {item.fields.length > 0 && <p>{missingText(item.fields)}</p>}
      {mayChange && <FillButtons fields={item.fields} onFill={fill} />}
      {dialog}
    </div>
  )
}
