import { patients, registration } from '@foyer/contract'
import { conceptText, displayName, sexes } from '@foyer/patients'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { Button, Dialog, FormLayout, Notice, NumberField, RadioGroup, showToast } from '../../../ui/index.ts'
import { saveFault } from '../save-fault.ts'
import { useWords as usePatientWords } from '../use-words.ts'
import { useWords } from './use-words.ts'

const asked = ['male', 'female', 'unknown'] as const

/** "Unknown, male, about 40": two answers, neither of them needed, and the record is there. */
export function UrgentDialog({ onClose }: { readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const { say: sayPatient } = usePatientWords()
  const navigate = useNavigate()
  const { act, isPending } = useAct(registration.registerUrgent)
  const [sex, setSex] = useState<(typeof asked)[number]>('unknown')
  const [age, setAge] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const register = async () => {
    if (isPending) return
    setFailure(null)
    try {
      const result = await act({ sex, age })
      if (!result.ok) return
      showToast({ text: say('urgentDone', { name: displayName(result.value.name) }), kind: 'ok' })
      void refresh(patients.searchPatients)
      await navigate({ to: '/patients/$patientId', params: { patientId: result.value.id }, replace: true })
    } catch (error) {
      setFailure(saveFault(error, sayPatient))
    }
  }
  return (
    <Dialog isOpen staysOpen size="sm" onClose={onClose} title={say('urgentTitle')} description={say('urgentHelp')}>
      <FormLayout
        label={say('urgentTitle')}
        onSubmit={() => void register()}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('urgentGo')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        {failure && <Notice kind="bad">{failure}</Notice>}
        <NumberField
          label={say('urgentAge')}
          description={say('urgentAgeHelp')}
          value={age}
          onChange={setAge}
          minValue={0}
          maxValue={120}
          autoFocus
        />
        <RadioGroup
          label={say('urgentSex')}
          options={asked.map((id) => ({ id, label: conceptText(sexes, id, locale) }))}
          value={sex}
          onChange={setSex}
          orientation="horizontal"
        />
      </FormLayout>
    </Dialog>
  )
}
