import { messages } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import { refresh, useAct } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { takeBack } from '../../app/undo/take-back.ts'
import { offerUndo } from '../../app/undo/undo-store.ts'
import { showToast } from '../../ui/index.ts'
import type { Untold } from './untold-item.tsx'
import { words } from './words.ts'

const stale = [messages.listUntold, messages.listMessages, messages.readMessage]

/** Notes that the desk told it; it can be taken back. */
export function useTellByHand(): (task: Untold) => void {
  const { say } = useCatalog('messages', words)
  const { act, isPending } = useAct(messages.tellByHand)
  const tell = async ({ messageId, patient }: Untold) => {
    if (patient === null || isPending) return
    const name = displayName(patient.name)
    try {
      if (!(await act({ messageId, told: true })).ok) showToast({ kind: 'info', text: say('tellGone') })
      else {
        offerUndo(say('told_done', { name }), say('undo'), () =>
          takeBack(
            async () =>
              (await act({ messageId, told: false })).ok
                ? ok({ text: say('told_back', { name }) })
                : refuse(say('tellGone')),
            { failed: (why) => why, fault: () => say('tellFailed') },
            stale,
          ),
        )
      }
    } catch {
      showToast({ kind: 'bad', text: say('tellFailed') })
    }
    await refresh(...stale)
  }
  return (task) => void tell(task)
}
