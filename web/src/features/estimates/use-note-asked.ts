import { type Body, estimates } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { formatDay, showToast } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

type About = Pick<Body<typeof estimates.wantEstimate>, 'visitTypeId' | 'siteId' | 'date' | 'pays'> & {
  readonly appointmentId: string | null
  readonly procedures?: readonly string[]
}

/** Notes that somebody asked what a visit will cost, and says until when they are to be told. */
export function useNoteAsked(patientId: string) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(estimates.wantEstimate)
  const [failure, setFailure] = useState<string | null>(null)
  const note = async ({ procedures = [], ...about }: About): Promise<boolean> => {
    setFailure(null)
    try {
      const result = await act({ patientId, ...about, procedures: [...procedures], cause: 'requested' })
      if (!result.ok) {
        setFailure(say(`refused_${result.error.reason}`))
        return false
      }
      const { dueOn } = result.value
      showToast({ kind: 'ok', text: say('asked', { due: dueOn === null ? '' : formatDay(dueOn, locale) }) })
      await refresh(estimates.listEstimates, estimates.listDueEstimates)
      return true
    } catch {
      setFailure(say('failed'))
      return false
    }
  }
  return { note, failure, fail: setFailure, isPending }
}
