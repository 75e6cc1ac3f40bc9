import { payers } from '@foyer/contract'
import { useAct } from '../../../app/ask.ts'
import { ConfirmDialog, Notice } from '../../../ui/index.ts'
import type { Schedule } from '../shapes.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../use-words.ts'

export function TakeBackDialog({ schedule, onClose }: { readonly schedule: Schedule; readonly onClose: () => void }) {
  const { say } = useWords()
  const { act, isPending } = useAct(payers.takeFeesBack)
  const saving = useSave(onClose)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('takeBackNamed', { name: schedule.name })}
      confirmLabel={say('takeBack')}
      onConfirm={() => void saving.run(() => act({ feeScheduleId: schedule.id }))}
      isDanger
      isPending={isPending}
    >
      {saving.failure && <Notice kind="bad">{saving.failure}</Notice>}
      {say('takeBackNext')}
    </ConfirmDialog>
  )
}
