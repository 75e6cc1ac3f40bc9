import { record } from '@foyer/contract'
import { ConfirmDialog, Notice } from '../../../ui/index.ts'
import { addressText } from './period-text.ts'
import type { Details, DialogOf } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

interface Props extends DialogOf {
  readonly former: Details['formerAddresses'][number]
}

export function RemoveHomeDialog({ details, former, onClose }: Props) {
  const { say } = useWords()
  const { save, fault, isPending } = useSave(record.removeAddress, onClose)
  const { patientId, version } = details
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('removeHome', { place: addressText(former.address) })}
      confirmLabel={say('remove')}
      onConfirm={() => void save({ patientId, version, placeId: former.id })}
      isDanger
      isPending={isPending}
    >
      {fault !== null && <Notice kind="bad">{fault}</Notice>}
      <p>{say('removeHelp')}</p>
    </ConfirmDialog>
  )
}
