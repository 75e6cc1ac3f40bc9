import { payers, practice } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { useState } from 'react'
import { refresh } from '../../app/ask.ts'
import { showToast } from '../../ui/index.ts'
import { isWord, type Say, useWords } from './use-words.ts'

export type Answered = Result<unknown, { readonly reason: string }>

/** Everything that shows payers, the ways to them or prices. */
export function refreshDirectory(): Promise<void> {
  return refresh(payers.readDirectory, payers.listVisitTypeBilling, payers.listFeeSchedules, practice.readPractice)
}

/** Why it was not saved; a refusal may say more closely why. */
export function refusalText(say: Say, error: { readonly reason: string; readonly why?: string }): string {
  const word = `refused_${error.reason}${error.why === undefined ? '' : `_${error.why}`}`
  return isWord(word) ? say(word) : say('failed')
}

/** Does something, then shows everywhere what became of it; or says why not. */
export function useSave(onDone: () => void) {
  const { say } = useWords()
  const [failure, setFailure] = useState<string | null>(null)
  return {
    failure,
    setFailure,
    run: async (act: () => Promise<Answered>): Promise<void> => {
      setFailure(null)
      try {
        const result = await act()
        if (!result.ok) {
          setFailure(refusalText(say, result.error))
          return
        }
        await refreshDirectory()
        showToast({ text: say('saved'), kind: 'ok' })
        onDone()
      } catch {
        setFailure(say('failed'))
      }
    },
  }
}
