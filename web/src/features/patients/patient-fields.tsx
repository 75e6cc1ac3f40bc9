import { FieldGroup } from '../../ui/index.ts'
import type { FieldsProps, FormOfPerson } from './fields/fields-props.ts'
import { CareFields } from './fields/care-fields.tsx'
import { ReachFields } from './fields/reach-fields.tsx'
import { WhoFields } from './fields/who-fields.tsx'
import type { DraftFaults, PatientDraft } from './draft.ts'
import type { AskedFields } from './registration/use-rules.ts'
import { useWords } from './use-words.ts'

export interface PatientFieldsProps extends FormOfPerson {
  readonly faults: DraftFaults
  /** What the practice asks for; absent: every field has its place and only the name is marked. */
  readonly asked?: AskedFields
}

export function PatientFields({ faults, asked, ...form }: PatientFieldsProps) {
  const { say } = useWords()
  const fault = (key: keyof PatientDraft) => (faults[key] ? { errorMessage: say(faults[key]) } : {})
  const props: FieldsProps = {
    ...form,
    fault,
    text: (key) => ({ value: form.draft[key], onChange: (value) => form.onChange({ [key]: value }), ...fault(key) }),
    isAsked: (field) => asked?.get(field)?.requirement !== 'hidden',
    isRequired: (field) => asked?.get(field)?.requirement === 'required',
    hasFocus: (field) => (form.focusOn ?? 'name') === field,
  }
  return (
    <>
      <FieldGroup legend={say('who')} columns={2}>
        <WhoFields {...props} />
      </FieldGroup>
      <FieldGroup legend={say('reach')} columns={2}>
        <ReachFields {...props} />
      </FieldGroup>
      <FieldGroup legend={say('care')} columns={2}>
        <CareFields {...props} />
      </FieldGroup>
    </>
  )
}
