import { patients, relatives, restricted } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { useState } from 'react'
import { refresh } from '../../app/ask.ts'
import { showToast } from '../../ui/index.ts'
import { isWord, useWords } from './use-words.ts'

export interface Saving {
  /** What went wrong, in a sentence; null: nothing yet. */
  readonly failure: string | null
  readonly run: (act: () => Promise<Result<unknown, { readonly reason: string }>>) => Promise<void>
}

/** Does something, then shows everywhere what became of it; or says why not. */
export function useSave(onDone: () => void): Saving {
  const { say } = useWords()
  const [failure, setFailure] = useState<string | null>(null)
  return {
    failure,
    run: async (act) => {
      setFailure(null)
      try {
        const result = await act()
        if (!result.ok) {
          const word = `refused_${result.error.reason}`
          setFailure(isWord(word) ? say(word) : say('failed'))
          // Whoever opens it again sees what was changed.
          if (result.error.reason === 'changed-meanwhile') await refresh(relatives.listRelatives)
          return
        }
        await refresh(relatives.listRelatives, relatives.listHousehold, patients.readPatient, restricted.listChanges)
        showToast({ text: say('saved'), kind: 'ok' })
        onDone()
      } catch {
        setFailure(say('failed'))
      }
    },
  }
}
