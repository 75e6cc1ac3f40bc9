import { duplicates, patients } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { fieldName } from '@foyer/patients'
import { refresh, useAct } from '../../../app/ask.ts'
import { refusalText } from './refusal-text.ts'
import { useWords } from './use-words.ts'

/** The name by which the history has a column. */
function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Takes a merge back. Answers what to say about it, with what was left as it is; else why not. */
export function useUnmerge(): {
  readonly unmerge: (mergeId: string) => Promise<Result<{ readonly text: string }, string>>
  readonly isPending: boolean
} {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(duplicates.unmergePatients)
  return {
    isPending,
    unmerge: async (mergeId) => {
      const result = await act({ mergeId })
      if (!result.ok) return refuse(refusalText(result.error, say).text)
      const { kept } = result.value
      const fields = kept.map((column) => fieldName(camelCase(column), locale)).join(', ')
      await refresh(patients.readPatient, patients.searchPatients, duplicates.listDuplicates)
      return ok({ text: kept.length > 0 ? say('unmergedKept', { fields }) : say('unmerged') })
    },
  }
}
