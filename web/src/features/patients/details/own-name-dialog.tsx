import { record } from '@foyer/contract'
import { useState } from 'react'
import { useSite, useToday } from '../../../app/site.ts'
import { DateField, FieldGroup, RadioGroup, Select, TextField } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { fieldOf } from '../meanwhile/compare.ts'
import { type Details, type DialogOf, given } from './shapes.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const parts = ['given', 'family', 'preferred', 'middle', 'prefix', 'suffix'] as const
const kept = ['old', 'maiden', 'official'] as const

type TypedName = Readonly<Record<(typeof parts)[number], string>>

function typedName(name: Details['name']): TypedName {
  const { given: first, family, preferred = '', middle = '', prefix = '', suffix = '' } = name
  return { given: first, family, preferred, middle, prefix, suffix }
}

export function OwnNameDialog({ details, onClose }: DialogOf) {
  const { say } = useWords()
  const today = useToday(useSite())
  const held = useDetailsDraft<TypedName>(details, {
    read: ({ name: one }) => typedName(one),
    fieldsOf: () => parts.map((part) => fieldOf(part, say(part), (text) => text)),
  })
  const { draft: name, base, change, meanwhile } = held
  const { save, fault, setFault, isPending } = useSave(record.changeOwnName, held, onClose)
  const [why, setWhy] = useState<'mistake' | 'changed'>('changed')
  const [use, setUse] = useState<(typeof kept)[number]>('old')
  const [until, setUntil] = useState<string | null>(null)
  const textOf = (part: (typeof parts)[number]) => name[part].trim()
  const isAnother = (['given', 'middle', 'family'] as const).some((part) => textOf(part) !== base[part])
  const submit = () => {
    if (textOf('given') === '' || textOf('family') === '') return setFault(say('needName'))
    const rest = (['middle', 'preferred', 'prefix', 'suffix'] as const).flatMap((part) => {
      const text = given(textOf(part))
      return text === null ? [] : [[part, text] as const]
    })
    return void save((at) => ({
      ...at,
      name: { given: textOf('given'), family: textOf('family'), ...Object.fromEntries(rest) },
      keep: isAnother && why === 'changed' ? { use, until } : null,
    }))
  }
  return (
    <DetailsDialog
      title={say('editNames')}
      fault={fault}
      meanwhile={meanwhile}
      isPending={isPending}
      onSave={submit}
      onClose={onClose}
    >
      <FieldGroup legend={say('goesBy')} columns={2}>
        {parts.map((part) => (
          <TextField
            key={part}
            label={say(part)}
            value={name[part]}
            onChange={(text) => change({ [part]: text })}
            maxLength={part === 'prefix' || part === 'suffix' ? 40 : 80}
            autoComplete="off"
            autoFocus={part === 'given'}
            isRequired={part === 'given' || part === 'family'}
          />
        ))}
      </FieldGroup>
      {isAnother && (
        <FieldGroup legend={say('why')} columns={2}>
          <RadioGroup
            label={say('why')}
            hideLabel
            options={(['changed', 'mistake'] as const).map((id) => ({ id, label: say(`why_${id}`) }))}
            value={why}
            onChange={setWhy}
          />
          {why === 'changed' && (
            <>
              <Select
                label={say('keptAs')}
                options={kept.map((id) => ({ id, label: say(`name_${id}`) }))}
                value={use}
                onChange={setUse}
              />
              <DateField
                label={say('until')}
                description={say('untilHelp')}
                value={until}
                onChange={setUntil}
                maxValue={today}
              />
            </>
          )}
        </FieldGroup>
      )}
    </DetailsDialog>
  )
}
