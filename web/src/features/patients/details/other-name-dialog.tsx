import { record } from '@foyer/contract'
import { DateField, FieldGroup, formatBirthDate, Select, TextField } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { type DialogOf, given, type OtherName } from './shapes.ts'
import { fieldOf } from '../meanwhile/compare.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const parts = ['given', 'family', 'middle', 'prefix', 'suffix'] as const
const uses = record.nameUse.options

type Draft = Readonly<Record<(typeof parts)[number], string>> & {
  readonly use: OtherName['use']
  readonly periodStart: string | null
  readonly periodEnd: string | null
}

const noName: Draft = {
  use: 'official',
  given: '',
  family: '',
  middle: '',
  prefix: '',
  suffix: '',
  periodStart: null,
  periodEnd: null,
}

function draftOf({ middle, prefix, suffix, ...name }: OtherName): Draft {
  return { ...name, middle: middle ?? '', prefix: prefix ?? '', suffix: suffix ?? '' }
}

export function OtherNameDialog({ details, other, onClose }: DialogOf & { readonly other: OtherName | null }) {
  const { say, locale } = useWords()
  const held = useDetailsDraft<Draft>(details, {
    read: ({ names }) => {
      if (other === null) return noName
      const found = names.find(({ id }) => id === other.id)
      return found ? draftOf(found) : null
    },
    fieldsOf: () => [
      fieldOf('use', say('kind'), (use) => say(`name_${use}`)),
      ...parts.map((part) => fieldOf<Draft, typeof part>(part, say(part), (text) => text)),
      fieldOf('periodStart', say('from'), (day) => day && formatBirthDate(day, locale)),
      fieldOf('periodEnd', say('to'), (day) => day && formatBirthDate(day, locale)),
    ],
  })
  const { draft, change: set, meanwhile } = held
  const add = useSave(record.addName, held, onClose)
  const change = useSave(record.changeName, held, onClose)
  const away = useSave(record.removeName, held, onClose)
  const submit = () => {
    const body = {
      use: draft.use,
      given: draft.given.trim(),
      family: draft.family.trim(),
      middle: given(draft.middle),
      prefix: given(draft.prefix),
      suffix: given(draft.suffix),
      periodStart: draft.periodStart,
      periodEnd: draft.periodEnd,
    }
    const isThere = other !== null && !meanwhile.isGone
    void (isThere
      ? change.save((at) => ({ ...at, ...body, nameId: other.id }))
      : add.save((at) => ({ ...at, ...body })))
  }
  return (
    <DetailsDialog
      title={say(other ? 'changeNameTitle' : 'addNameTitle')}
      description={other && say('removeHelp')}
      fault={add.fault ?? change.fault ?? away.fault}
      meanwhile={meanwhile}
      isPending={add.isPending || change.isPending}
      onSave={submit}
      onClose={onClose}
      onRemove={other && !meanwhile.isGone ? () => void away.save((at) => ({ ...at, nameId: other.id })) : undefined}
    >
      <FieldGroup legend={say('names')} columns={2}>
        <Select
          label={say('kind')}
          options={uses.map((id) => ({ id, label: say(`name_${id}`) }))}
          value={draft.use}
          onChange={(use) => set({ use })}
          autoFocus
        />
        {parts.map((part) => (
          <TextField
            key={part}
            label={say(part)}
            value={draft[part]}
            onChange={(typed) => set({ [part]: typed })}
            maxLength={part === 'prefix' || part === 'suffix' ? 40 : 80}
            autoComplete="off"
          />
        ))}
        <DateField label={say('from')} value={draft.periodStart} onChange={(periodStart) => set({ periodStart })} />
        <DateField
          label={say('to')}
          description={say('untilHelp')}
          value={draft.periodEnd}
          onChange={(periodEnd) => set({ periodEnd })}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}
