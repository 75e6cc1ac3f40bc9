import { duplicates, patients } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { type Comparison, type Face, mergeInput } from './face.ts'
import { type RefusalText, refusalText } from './refusal-text.ts'
import { useUnmerge } from './use-unmerge.ts'
import { useWords } from './use-words.ts'

type Last = { readonly mergeId: string } | { readonly firstId: string; readonly secondId: string }

export interface Decisions {
  readonly merge: (pair: Comparison, face: Face) => Promise<boolean>
  readonly notSame: (pair: Comparison) => Promise<boolean>
  /** Takes the last decision back; null when there is none. */
  readonly undo: (() => void) | null
  readonly isPending: boolean
  readonly refusal: RefusalText | null
}

/** What is decided of pairs; the last decision can be taken back. */
export function useDecisions(): Decisions {
  const { say } = useWords()
  const [last, setLast] = useState<Last | null>(null)
  const [refusal, setRefusal] = useState<RefusalText | null>(null)
  const merging = useAct(duplicates.mergePatients)
  const deciding = useAct(duplicates.decideDuplicate)
  const unmerge = useUnmerge()

  const undoLast = async (decision: Last) => {
    setRefusal(null)
    setLast(null)
    try {
      if ('mergeId' in decision) setRefusal(await unmerge.unmerge(decision.mergeId))
      else {
        await deciding.act({ ...decision, decision: 'suspected' })
        showToast({ text: say('suspectedAgain') })
      }
    } catch {
      setRefusal({ text: say('faulted'), visits: [] })
    }
    await refresh(duplicates.listDuplicates, duplicates.readDuplicate)
  }
  const done = async (decision: Last, text: string) => {
    setLast(decision)
    showToast({ text, kind: 'ok', undo: () => void undoLast(decision), undoLabel: say('undo') })
    await refresh(duplicates.listDuplicates, patients.readPatient, patients.searchPatients)
  }
  return {
    merge: async (pair, face) => {
      setRefusal(null)
      try {
        const result = await merging.act(mergeInput(pair, face))
        if (result.ok) {
          await done({ mergeId: result.value.mergeId }, say('merged'))
          return true
        }
        setRefusal(refusalText(result.error, say))
        await refresh(duplicates.readDuplicate)
      } catch {
        setRefusal({ text: say('faulted'), visits: [] })
      }
      return false
    },
    notSame: async (pair) => {
      setRefusal(null)
      const ids = { firstId: pair.first.id, secondId: pair.second.id }
      try {
        const result = await deciding.act({ ...ids, decision: 'not-same' })
        if (result.ok) {
          await done(ids, say('notSameDone'))
          return true
        }
        setRefusal(refusalText(result.error, say))
      } catch {
        setRefusal({ text: say('faulted'), visits: [] })
      }
      return false
    },
    undo: last === null ? null : () => void undoLast(last),
    isPending: merging.isPending || deciding.isPending || unmerge.isPending,
    refusal,
  }
}
