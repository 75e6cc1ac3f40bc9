import { duplicates, patients } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { takeBack } from '../../../app/undo/take-back.ts'
import { offerUndo, undoLast, useUndoStack } from '../../../app/undo/undo-store.ts'
import { type Comparison, type Face, mergeInput } from './face.ts'
import { type RefusalText, refusalText } from './refusal-text.ts'
import { useUnmerge } from './use-unmerge.ts'
import { useWords } from './use-words.ts'

type Decision = { readonly mergeId: string } | { readonly firstId: string; readonly secondId: string }

export interface Decisions {
  readonly merge: (pair: Comparison, face: Face) => Promise<boolean>
  readonly notSame: (pair: Comparison) => Promise<boolean>
  /** Takes the last decision back; null when the last change was none of these. */
  readonly undo: (() => void) | null
  readonly isPending: boolean
  readonly refusal: RefusalText | null
}

const stale = [duplicates.listDuplicates, duplicates.readDuplicate, patients.readPatient, patients.searchPatients]

/** What is decided of pairs; each decision can be taken back, the last one first. */
export function useDecisions(): Decisions {
  const { say } = useWords()
  const [mine, setMine] = useState<readonly number[]>([])
  const [refusal, setRefusal] = useState<RefusalText | null>(null)
  const merging = useAct(duplicates.mergePatients)
  const deciding = useAct(duplicates.decideDuplicate)
  const { unmerge, isPending: isUnmerging } = useUnmerge()
  const last = useUndoStack().at(-1)

  const back = (decision: Decision): Promise<boolean> =>
    takeBack(
      async () => {
        if ('mergeId' in decision) return unmerge(decision.mergeId)
        const answer = await deciding.act({ ...decision, decision: 'suspected' })
        return answer.ok ? ok({ text: say('suspectedAgain') }) : refuse(refusalText(answer.error, say).text)
      },
      { failed: (why) => say('undoFailed', { why }), fault: () => say('faulted') },
      stale,
    )
  const done = async (decision: Decision, text: string) => {
    const id = offerUndo(text, say('undo'), () => back(decision))
    setMine((before) => [...before, id])
    await refresh(...stale)
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
        await refresh(duplicates.listDuplicates)
      } catch {
        setRefusal({ text: say('faulted'), visits: [] })
      }
      return false
    },
    undo: last && mine.includes(last.id) ? () => void undoLast() : null,
    isPending: merging.isPending || deciding.isPending || isUnmerging,
    refusal,
  }
}
