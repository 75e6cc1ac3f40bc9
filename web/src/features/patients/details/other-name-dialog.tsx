import { record } from '@foyer/contract'
import { useState } from 'react'
import { DateField, FieldGroup, Select, TextField } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { type DialogOf, given, type OtherName } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const parts = ['given', 'family', 'middle', 'prefix', 'suffix'] as const
const uses = record.nameUse.options

export function OtherNameDialog({ details, other, onClose }: DialogOf & { readonly other: OtherName | null }) {
  const { say } = useWords()
  const add = useSave(record.addName, onClose)
  const change = useSave(record.changeName, onClose)
  const away = useSave(record.removeName, onClose)
  const [use, setUse] = useState<(typeof uses)[number]>(other?.use ?? 'official')
  const [name, setName] = useState(() => Object.fromEntries(parts.map((part) => [part, other?.[part] ?? ''])))
  const [periodStart, setStart] = useState(other?.periodStart ?? null)
  const [periodEnd, setEnd] = useState(other?.periodEnd ?? null)
  const text = (part: (typeof parts)[number]) => (name[part] ?? '').trim()
  const at = { patientId: details.patientId, version: details.version }
  const submit = () => {
    const body = {
      ...at,
      use,
      given: text('given'),
      family: text('family'),
      middle: given(text('middle')),
      prefix: given(text('prefix')),
      suffix: given(text('suffix')),
      periodStart,
      periodEnd,
    }
    void (other ? change.save({ ...body, nameId: other.id }) : add.save(body))
  }
  return (
    <DetailsDialog
      title={say(other ? 'changeNameTitle' : 'addNameTitle')}
      description={other && say('removeHelp')}
      fault={add.fault ?? change.fault ?? away.fault}
      isPending={add.isPending || change.isPending}
      onSave={submit}
      onClose={onClose}
      onRemove={other ? () => void away.save({ ...at, nameId: other.id }) : undefined}
    >
      <FieldGroup legend={say('names')} columns={2}>
        <Select
          label={say('kind')}
          options={uses.map((id) => ({ id, label: say(`name_${id}`) }))}
          value={use}
          onChange={setUse}
          autoFocus
        />
        {parts.map((part) => (
          <TextField
            key={part}
            label={say(part)}
            value={name[part] ?? ''}
            onChange={(typed) => setName((before) => ({ ...before, [part]: typed }))}
            maxLength={part === 'prefix' || part === 'suffix' ? 40 : 80}
            autoComplete="off"
          />
        ))}
        <DateField label={say('from')} value={periodStart} onChange={setStart} />
        <DateField label={say('to')} description={say('untilHelp')} value={periodEnd} onChange={setEnd} />
      </FieldGroup>
    </DetailsDialog>
  )
}
