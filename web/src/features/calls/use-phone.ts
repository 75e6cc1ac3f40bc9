import { calls, type Reply } from '@foyer/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../app/ask.ts'
import { isWindowOpen } from '../../app/open-window.ts'
import { openSearch } from '../../app/search.ts'
import { useMay, useMe } from '../../app/session.ts'
import { showToast } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

export type Call = Reply<typeof calls.listCalls>['calls'][number]

export interface Phone {
  readonly ringing: readonly Call[]
  /** The call this person has taken, while it lasts. */
  readonly mine: Call | null
  /** The call whose caller must be told among several; null when there is nothing to choose. */
  readonly choosing: Call | null
  /** Who it turned out to be, once known. */
  readonly callerId: string | null
  readonly isBusy: boolean
  readonly answer: (call: Call) => Promise<void>
  readonly end: (call: Call) => Promise<void>
  readonly choose: (patientId: string) => void
  readonly search: () => void
  readonly stopChoosing: () => void
}

export function usePhone(): Phone {
  const { say } = useWords()
  const navigate = useNavigate()
  const { staff } = useMe()
  const mayAnswer = useMay('call.answer')
  const { data } = useAsk(calls.listCalls, {}, { isEnabled: mayAnswer })
  const answering = useAct(calls.answerCall)
  const ending = useAct(calls.endCall)
  const [choosing, setChoosing] = useState<Call | null>(null)
  const [caller, setCaller] = useState<{ callId: string; patientId: string } | null>(null)
  const all = data?.calls ?? []
  const mine = all.find((call) => call.state === 'answered' && call.answeredBy === staff.name) ?? null

  const open = (patientId: string) => void navigate({ to: '/patients/$patientId', params: { patientId } })
  const whoIsIt = (call: Call) => {
    const [first, ...others] = call.candidates
    // A window that waits for an answer is not left behind by a call.
    if (isWindowOpen()) {
      if (first && others.length === 0) setCaller({ callId: call.id, patientId: first.id })
      return
    }
    if (first === undefined) openSearch(call.from)
    else if (others.length > 0) setChoosing(call)
    else {
      setCaller({ callId: call.id, patientId: first.id })
      open(first.id)
    }
  }
  const answer = async (call: Call) => {
    try {
      const result = await answering.act({ callId: call.id })
      await refresh(calls.listCalls)
      if (result.ok) whoIsIt(call)
      else if (result.error.reason === 'answered-by-other') {
        showToast({ text: say('takenBy', { by: result.error.by }), kind: 'info' })
      } else showToast({ text: say('over'), kind: 'info' })
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  const end = async (call: Call) => {
    try {
      await ending.act({ callId: call.id, patientId: caller?.callId === call.id ? caller.patientId : null })
      setCaller(null)
      setChoosing(null)
      await refresh(calls.listCalls)
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  return {
    ringing: all.filter((call) => call.state === 'ringing'),
    mine,
    // As it stands now: what to heed with each of them is said once the call is answered.
    choosing: all.find(({ id }) => id === choosing?.id) ?? choosing,
    callerId: caller !== null && caller.callId === mine?.id ? caller.patientId : null,
    isBusy: answering.isPending || ending.isPending,
    answer,
    end,
    choose: (patientId) => {
      if (choosing) setCaller({ callId: choosing.id, patientId })
      setChoosing(null)
      open(patientId)
    },
    search: () => {
      const from = choosing?.from ?? ''
      setChoosing(null)
      openSearch(from)
    },
    stopChoosing: () => setChoosing(null),
  }
}
