import { record } from '@foyer/contract'
import { useState } from 'react'
import { FieldGroup, TextField } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { Fact, Facts, Group, type GroupProps } from './group.tsx'
import { type DialogOf, given } from './shapes.ts'
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

function WorkDialog({ details, onClose }: DialogOf) {
  const { say } = useWords()
  const { save, fault, isPending } = useSave(record.changeWork, onClose)
  const [employer, setEmployer] = useState(details.employer ?? '')
  const [occupation, setOccupation] = useState(details.occupation ?? '')
  const submit = () =>
    void save({
      patientId: details.patientId,
      version: details.version,
      employer: given(employer),
      occupation: given(occupation),
    })
  return (
    <DetailsDialog title={say('editWork')} fault={fault} isPending={isPending} onSave={submit} onClose={onClose}>
      <FieldGroup legend={say('work')}>
        <TextField label={say('employer')} value={employer} onChange={setEmployer} maxLength={120} autoFocus />
        <TextField label={say('occupation')} value={occupation} onChange={setOccupation} maxLength={120} />
      </FieldGroup>
    </DetailsDialog>
  )
}
