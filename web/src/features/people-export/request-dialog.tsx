import { peopleExport } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, FormLayout, formatBirthDate, Notice, RadioGroup, showToast } from '../../ui/index.ts'
import type { AccessRequests } from './shapes.ts'
import { useWords } from './use-words.ts'

const checks = peopleExport.identityCheck.options
const forms = peopleExport.copyForm.options
const languages = ['en', 'es'] as const
const patient = 'patient'

export interface RequestDialogProps {
  readonly patientId: string
  /** Relatives who may have a copy today. */
  readonly mayHave: AccessRequests['mayHave']
  readonly onClose: () => void
}

/** Somebody asks for a copy: who, how one knows, and in which form. */
export function RequestDialog({ patientId, mayHave, onClose }: RequestDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(peopleExport.requestAccess)
  const [who, setWho] = useState(patient)
  const [check, setCheck] = useState<(typeof checks)[number]>('photo-id')
  const [form, setForm] = useState<(typeof forms)[number]>('pdf')
  const [language, setLanguage] = useState<(typeof languages)[number]>(locale === 'es' ? 'es' : 'en')
  const [failure, setFailure] = useState<string | null>(null)

  const save = async () => {
    if (isPending) return
    setFailure(null)
    try {
      const relatedPersonId = who === patient ? null : who
      const result = await act({ patientId, relatedPersonId, identityCheck: check, form, language })
      await refresh(peopleExport.listAccessRequests)
      if (!result.ok) return setFailure(say('mayNotHave', { name: result.error.name }))
      showToast({ text: say('recorded', { date: formatBirthDate(result.value.dueOn, locale) }), kind: 'ok' })
      onClose()
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={say('title')} description={say('lead')}>
      {failure && <Notice kind="bad">{failure}</Notice>}
      <FormLayout
        label={say('title')}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('record')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <RadioGroup
          label={say('who')}
          description={say('whoHelp')}
          options={[
            { id: patient, label: say('patient') },
            ...mayHave.map(({ relatedPersonId, name }) => ({ id: relatedPersonId, label: name })),
          ]}
          value={who}
          onChange={setWho}
        />
        <RadioGroup
          label={say('identity')}
          options={checks.map((id) => ({ id, label: say(`identity_${id}`) }))}
          value={check}
          onChange={setCheck}
        />
        <RadioGroup
          label={say('form')}
          options={forms.map((id) => ({ id, label: say(`form_${id}`) }))}
          value={form}
          onChange={setForm}
        />
        <RadioGroup
          label={say('language')}
          options={languages.map((id) => ({ id, label: say(`language_${id}`) }))}
          value={language}
          onChange={setLanguage}
        />
      </FormLayout>
    </Dialog>
  )
}
