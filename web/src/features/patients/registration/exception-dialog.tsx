import { mayRequire, type RegistrationField, type Requirement, requirements } from '@foyer/patients'
import { useState } from 'react'
import { usePractice } from '../../../app/site.ts'
import { Button, Dialog, FormLayout, RadioGroup, Select } from '../../../ui/index.ts'
import { useWords } from './use-words.ts'

export interface ExceptionDialogProps {
  readonly field: RegistrationField
  readonly onSave: (visitTypeId: string, requirement: Requirement) => void
  readonly onClose: () => void
}

export function ExceptionDialog({ field, onSave, onClose }: ExceptionDialogProps) {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const [visitTypeId, setVisitTypeId] = useState<string | null>(null)
  const [requirement, setRequirement] = useState<Requirement>('required')
  const [tried, setTried] = useState(false)
  const isMissing = tried && visitTypeId === null
  const save = () => {
    setTried(true)
    if (visitTypeId !== null) onSave(visitTypeId, requirement)
  }
  const title = say('exceptionTitle', { field: say(`field_${field}`) })
  return (
    <Dialog isOpen staysOpen size="sm" onClose={onClose} title={title}>
      <FormLayout
        label={title}
        onSubmit={save}
        errors={isMissing ? [{ field: 'visitType', text: say('needVisitType') }] : []}
        actions={
          <>
            <Button type="submit" variant="go">
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <Select
          label={say('visitType')}
          options={visitTypes
            .filter(({ active }) => active)
            .map(({ id, name, nameEs }) => ({ id, label: locale === 'es' ? nameEs : name }))}
          value={visitTypeId}
          onChange={setVisitTypeId}
          isRequired
          autoFocus
          {...(isMissing ? { errorMessage: say('needVisitType') } : {})}
        />
        <RadioGroup
          label={say('requirement')}
          options={requirements.filter((one) => mayRequire(field, one)).map((id) => ({ id, label: say(id) }))}
          value={requirement}
          onChange={setRequirement}
        />
      </FormLayout>
    </Dialog>
  )
}
