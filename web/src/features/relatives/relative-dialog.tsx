import { relatives } from '@foyer/contract'
import { barReasons, barReasonWords, conceptText, languages, kinText, relationships } from '@foyer/patients'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { DateField, FieldGroup, Select, TextField } from '../../ui/index.ts'
import { FormDialog } from './form-dialog.tsx'
import type { RecordChoiceSlot, RecordLine } from './record-choice-slot.ts'
import { proposedBy } from './proposed-by.ts'
import type { Related } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export interface RelativeDialogProps extends RecordChoiceSlot {
  readonly patientId: string
  /** Null adds somebody. */
  readonly person: Related | null
  /** What it is opened for. */
  readonly focusOn?: 'name' | 'phone'
  readonly onClose: () => void
}

const kin = relationships.map(({ code }) => code)
const ranks = ['none', '1', '2', '3'] as const
const bars = ['none', ...barReasons] as const

function draftOf(person: Related | null) {
  return {
    given: person?.given ?? person?.name.split(' ')[0] ?? '',
    family: person?.family ?? person?.name.split(' ').slice(1).join(' ') ?? '',
    relationship: person?.relationship ?? 'mother',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
    language: person?.language ?? 'none',
    rank: String(person?.emergencyRank ?? 'none'),
    birthDate: person?.birthDate ?? null,
    periodStart: person?.periodStart ?? null,
    periodEnd: person?.periodEnd ?? null,
    record: person?.relative ?? (null as RecordLine | null),
    barred: person?.barred ?? ('none' as (typeof bars)[number]),
  }
}

export function RelativeDialog(props: RelativeDialogProps) {
  const { patientId, person: shown, focusOn = 'name', RecordChoice, onClose } = props
  const { say, locale } = useWords()
  const add = useAct(relatives.addRelative)
  const change = useAct(relatives.changeRelative)
  const { failure, run } = useSave(onClose)
  // As they were when the draft was made of them: what comes in while somebody types was not seen here.
  const [person] = useState(shown)
  const [draft, setDraft] = useState(() => draftOf(person))
  const [wasTried, setTried] = useState(false)
  const set = (fields: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...fields }))
  const missing = (text: string) => (wasTried && text.trim() === '' ? { errorMessage: say('needName') } : {})
  const given = (text: string) => (text.trim() === '' ? null : text.trim())

  const save = () => {
    setTried(true)
    if (draft.given.trim() === '' || draft.family.trim() === '') return
    const body = {
      patientId,
      given: draft.given.trim(),
      family: draft.family.trim(),
      relationship: draft.relationship,
      phone: given(draft.phone),
      email: given(draft.email),
      language: draft.language === 'none' ? null : draft.language,
      birthDate: draft.birthDate,
      emergencyRank: draft.rank === 'none' ? null : Number(draft.rank),
      periodStart: draft.periodStart,
      periodEnd: draft.periodEnd,
      barred: draft.barred === 'none' ? null : draft.barred,
      relativeId: draft.record?.id ?? null,
    }
    void run(() =>
      person ? change.act({ ...body, relatedPersonId: person.id, version: person.version }) : add.act(body),
    )
  }
  const kinOptions = kin.includes(draft.relationship) ? kin : [draft.relationship, ...kin]
  return (
    <FormDialog
      title={person ? say('changeTitle', { name: person.name }) : say('addTitle')}
      failure={failure}
      isPending={add.isPending || change.isPending}
      onSave={save}
      onClose={onClose}
    >
      <FieldGroup legend={say('who')} columns={2}>
        <RecordChoice
          exceptId={patientId}
          recordId={draft.record?.id ?? null}
          line={draft.record}
          onChange={(record) => set({ record, ...(record && proposedBy(record, draft)) })}
        />
        <TextField
          label={say('given')}
          value={draft.given}
          onChange={(value) => set({ given: value })}
          isRequired
          autoFocus={focusOn === 'name'}
          maxLength={80}
          autoComplete="off"
          {...missing(draft.given)}
        />
        <TextField
          label={say('family')}
          value={draft.family}
          onChange={(value) => set({ family: value })}
          isRequired
          maxLength={80}
          autoComplete="off"
          {...missing(draft.family)}
        />
        <DateField label={say('birthDate')} value={draft.birthDate} onChange={(birthDate) => set({ birthDate })} />
        <Select
          label={say('relationship')}
          options={kinOptions.map((id) => ({ id, label: kinText(id, locale) }))}
          value={draft.relationship}
          onChange={(relationship) => set({ relationship })}
        />
        <Select
          label={say('emergencyRank')}
          options={ranks.map((id) => ({ id, label: say(`rank_${id}`) }))}
          value={ranks.find((id) => id === draft.rank) ?? 'none'}
          onChange={(rank) => set({ rank })}
        />
      </FieldGroup>
      <FieldGroup legend={say('reach')} columns={2}>
        <TextField
          label={say('phone')}
          type="tel"
          value={draft.phone}
          onChange={(phone) => set({ phone })}
          autoFocus={focusOn === 'phone'}
          maxLength={40}
          autoComplete="off"
        />
        <TextField
          label={say('email')}
          type="email"
          value={draft.email}
          onChange={(email) => set({ email })}
          maxLength={200}
          autoComplete="off"
        />
        <Select
          label={say('language')}
          options={[
            { id: 'none', label: say('languageUnknown') },
            ...languages.map((language) => ({ id: language.code, label: language[locale] })),
          ]}
          value={draft.language}
          onChange={(language) => set({ language })}
        />
        <DateField
          label={say('periodStart')}
          value={draft.periodStart}
          onChange={(periodStart) => set({ periodStart })}
        />
        <DateField label={say('periodEnd')} value={draft.periodEnd} onChange={(periodEnd) => set({ periodEnd })} />
        <Select
          label={say('barred')}
          options={bars.map((id) => ({
            id,
            label: id === 'none' ? say('barred_none') : conceptText(barReasonWords, id, locale),
          }))}
          value={draft.barred}
          onChange={(barred) => set({ barred })}
        />
      </FieldGroup>
    </FormDialog>
  )
}
