import { record } from '@foyer/contract'
import { FieldGroup, TextField } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { Fact, Facts, Group, type GroupProps } from './group.tsx'
import { type DialogOf, given } from './shapes.ts'
import { fieldOf } from '../meanwhile/compare.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export function WorkGroup({ details, mayChange }: GroupProps) {
  const { say } = useWords()
  return (
    <Group details={details} mayChange={mayChange} title="work" edit="editWork" Form={WorkDialog}>
      <Facts>
        <Fact name={say('employer')}>{details.employer}</Fact>
        <Fact name={say('occupation')}>{details.occupation}</Fact>
      </Facts>
    </Group>
  )
}

interface Work {
  readonly employer: string
  readonly occupation: string
}

export function WorkDialog({ details, onClose }: DialogOf) {
  const { say } = useWords()
  const held = useDetailsDraft<Work>(details, {
    read: ({ employer, occupation }) => ({ employer: employer ?? '', occupation: occupation ?? '' }),
    fieldsOf: () => [
      fieldOf('employer', say('employer'), (text) => text),
      fieldOf('occupation', say('occupation'), (text) => text),
    ],
  })
  const { draft, change, meanwhile } = held
  const { save, fault, isPending } = useSave(record.changeWork, held, onClose)
  const submit = () =>
    void save((at) => ({ ...at, employer: given(draft.employer), occupation: given(draft.occupation) }))
  return (
    <DetailsDialog
      title={say('editWork')}
      fault={fault}
      meanwhile={meanwhile}
      isPending={isPending}
      onSave={submit}
      onClose={onClose}
    >
      <FieldGroup legend={say('work')}>
        {(['employer', 'occupation'] as const).map((part) => (
          <TextField
            key={part}
            label={say(part)}
            value={draft[part]}
            onChange={(text) => change({ [part]: text })}
            maxLength={120}
            autoFocus={part === 'employer'}
          />
        ))}
      </FieldGroup>
    </DetailsDialog>
  )
}
