import { patients, registration } from '@foyer/contract'
import { conceptText, displayName, sexes } from '@foyer/patients'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useSite, useToday } from '../../../app/site.ts'
import {
  Button,
  Dialog,
  FieldGroup,
  FormLayout,
  Notice,
  NumberField,
  RadioGroup,
  showToast,
  TextField,
} from '../../../ui/index.ts'
import { saveFault } from '../save-fault.ts'
import { useWords as usePatientWords } from '../use-words.ts'
import { useWords } from './use-words.ts'

const asked = ['male', 'female', 'unknown'] as const

/** "Maria, about 60", "unknown, male, about 40": whatever is known, none of it needed, and the record is there. */
export function UrgentDialog({ onClose }: { readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const { say: sayPatient } = usePatientWords()
  const navigate = useNavigate()
  const { act, isPending } = useAct(registration.registerUrgent)
  const [sex, setSex] = useState<(typeof asked)[number]>('unknown')
  const [given, setGiven] = useState('')
  const [family, setFamily] = useState('')
  const [age, setAge] = useState<number | null>(null)
  const [birthYear, setBirthYear] = useState<number | null>(null)
  const thisYear = Number(useToday(useSite()).slice(0, 4))
  const [failure, setFailure] = useState<string | null>(null)
  const register = async () => {
    if (isPending) return
    setFailure(null)
    try {
      const result = await act({ given: given.trim() || null, family: family.trim() || null, sex, age, birthYear })
      if (!result.ok) return setFailure(sayPatient('birthAhead'))
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
        <FieldGroup legend={say('urgentKnown')} columns={2}>
          <TextField
            label={sayPatient('given')}
            value={given}
            onChange={setGiven}
            maxLength={80}
            autoComplete="off"
            autoFocus
          />
          <TextField
            label={sayPatient('family')}
            value={family}
            onChange={setFamily}
            maxLength={80}
            autoComplete="off"
          />
          <NumberField label={say('urgentAge')} value={age} onChange={setAge} minValue={0} maxValue={120} />
          <NumberField
            label={say('urgentYear')}
            value={birthYear}
            onChange={setBirthYear}
            minValue={1850}
            maxValue={thisYear}
            formatOptions={{ useGrouping: false }}
          />
        </FieldGroup>
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
