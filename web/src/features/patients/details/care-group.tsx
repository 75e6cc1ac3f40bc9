import { record } from '@foyer/contract'
import { TextField } from '../../../ui/index.ts'
import { fieldOf } from '../meanwhile/compare.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { Fact, Facts, Group, type GroupProps } from './group.tsx'
import { type DialogOf, given } from './shapes.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

/** Who cares for them first: what plans ask a referral of. */
export function CareGroup({ details, mayChange }: GroupProps) {
  const { say } = useWords()
  return (
    <Group details={details} mayChange={mayChange} title="care" edit="editCare" Form={CareDialog}>
      <Facts>
        <Fact name={say('generalPractitioner')}>{details.generalPractitioner}</Fact>
      </Facts>
    </Group>
  )
}

interface Care {
  readonly generalPractitioner: string
}

function CareDialog({ details, onClose }: DialogOf) {
  const { say } = useWords()
  const held = useDetailsDraft<Care>(details, {
    read: ({ generalPractitioner }) => ({ generalPractitioner: generalPractitioner ?? '' }),
    fieldsOf: () => [fieldOf('generalPractitioner', say('generalPractitioner'), (text) => text)],
  })
  const { draft, change, meanwhile } = held
  const { save, fault, isPending } = useSave(record.changeGeneralPractitioner, held, onClose)
  return (
    <DetailsDialog
      title={say('editCare')}
      fault={fault}
      meanwhile={meanwhile}
      isPending={isPending}
      onSave={() => void save((at) => ({ ...at, generalPractitioner: given(draft.generalPractitioner) }))}
      onClose={onClose}
    >
      <TextField
        label={say('generalPractitioner')}
        description={say('generalPractitionerHelp')}
        value={draft.generalPractitioner}
        onChange={(generalPractitioner) => change({ generalPractitioner })}
        maxLength={120}
        autoFocus
      />
    </DetailsDialog>
  )
}
