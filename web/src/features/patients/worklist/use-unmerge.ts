import { duplicates, patients } from '@foyer/contract'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { columnText } from './column-text.ts'
import { type RefusalText, refusalText } from './refusal-text.ts'
import { useWords } from './use-words.ts'

/** Takes a merge back and says what was left as it is. Answers why not. */
export function useUnmerge(): {
  readonly unmerge: (mergeId: string) => Promise<RefusalText | null>
  readonly isPending: boolean
} {
  const { say } = useWords()
  const { act, isPending } = useAct(duplicates.unmergePatients)
  return {
    isPending,
    unmerge: async (mergeId) => {
      const result = await act({ mergeId })
      if (!result.ok) return refusalText(result.error, say)
      const { kept } = result.value
      const fields = kept.map((column) => columnText(column, say)).join(', ')
      showToast({ text: kept.length > 0 ? say('unmergedKept', { fields }) : say('unmerged'), kind: 'ok' })
      await refresh(patients.readPatient, patients.searchPatients, duplicates.listDuplicates)
      return null
    },
  }
}
