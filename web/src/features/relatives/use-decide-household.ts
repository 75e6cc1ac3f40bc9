import { patients, relatives } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { ok, refuse } from '@foyer/kernel'
import { refresh, useAct } from '../../app/ask.ts'
import { takeBack } from '../../app/undo/take-back.ts'
import { offerUndo } from '../../app/undo/undo-store.ts'
import { showToast } from '../../ui/index.ts'
import type { Member } from './shapes.ts'
import { useWords } from './use-words.ts'

/** Says that somebody belongs to the household or does not, with a way back. Answers whether it was done. */
export function useDecideHousehold(patientId: string) {
  const { say } = useWords()
  const { act } = useAct(relatives.decideHousehold)
  const stale = [relatives.listHousehold, patients.readPatient] as const
  return async (person: Pick<Member, 'id' | 'name'>, belongs: boolean): Promise<boolean> => {
    const memberId = person.id
    const name = displayName(person.name)
    try {
      const result = await act({ patientId, memberId, belongs })
      await refresh(...stale)
      if (!result.ok) {
        showToast({ kind: 'bad', text: say('refused_same-person') })
        return false
      }
      const { before } = result.value
      const words = { failed: (why: string) => why, fault: () => say('failed') }
      const back = async () => {
        const undone = await act({ patientId, memberId, belongs: before })
        return undone.ok ? ok({ text: say('householdBack', { name }) }) : refuse(say('failed'))
      }
      offerUndo(say(belongs ? 'householdAdded' : 'householdRemoved', { name }), say('undo'), () =>
        takeBack(back, words, stale),
      )
      return true
    } catch {
      showToast({ kind: 'bad', text: say('failed') })
      return false
    }
  }
}
