import { practice, type Refusal } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { ConfirmDialog, Notice, showToast } from '../../../ui/index.ts'
import { useSaving } from '../saving.ts'
import type { Colleague } from '../shapes.ts'
import { useWords } from '../use-words.ts'

export interface EndKeyDialogProps {
  readonly apiKey: Colleague
  readonly onClose: () => void
  readonly onEnded: () => void
}

export function EndKeyDialog({ apiKey, onClose, onEnded }: EndKeyDialogProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(practice.changeStaff)
  const saving = useSaving<Refusal<typeof practice.changeStaff>>()
  const { id, name, role, homeSiteId } = apiKey
  const fault = saving.failure ?? (saving.refusal && say(`refused_${saving.refusal.reason}`))
  const end = async () => {
    if (isPending) return
    const saved = await saving.run(() => act({ staffId: id, name, role, homeSiteId, active: false }))
    if (saved === null) return
    await refresh(practice.listStaff)
    showToast({ text: say('keyEndedToast', { name }), kind: 'ok' })
    onEnded()
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('endKeyTitle', { name })}
      confirmLabel={say('endKey')}
      onConfirm={() => void end()}
      isPending={isPending}
      isDanger
    >
      {fault !== null && <Notice kind="bad">{fault}</Notice>}
      <p>{say('endKeyText')}</p>
    </ConfirmDialog>
  )
}
