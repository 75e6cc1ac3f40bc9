import { arrival, selfBooking } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { takeBack } from '../../app/undo/take-back.ts'
import { offerUndo } from '../../app/undo/undo-store.ts'
import type { DeclineReason, OnlineVisit } from './shapes.ts'
import { words } from './words.ts'

interface Decide {
  readonly isBusy: boolean
  /** What happened last, to be read out. */
  readonly told: { readonly text: string; readonly isBad: boolean } | null
  readonly approve: (visit: OnlineVisit) => Promise<void>
  readonly decline: (visit: OnlineVisit, reason: DeclineReason) => Promise<void>
  /** Null: somebody new. */
  readonly settle: (visit: OnlineVisit, same: OnlineVisit['possible'][number] | null) => Promise<void>
}

const refused = {
  'changed-meanwhile': 'changed',
  'not-waiting': 'notWaiting',
  'patient-busy': 'busy',
  'record-in-use': 'inUse',
} as const

type Outcome = Result<{ readonly version: number }, { readonly reason: keyof typeof refused }>
/** Makes the visit wait again; answers why not, in words. */
type Back = (version: number) => Promise<Result<unknown, string>>

export function nameOf({ name }: OnlineVisit['patient']): string {
  return `${name.preferred ?? name.given} ${name.family}`
}

export function useDecide(): Decide {
  const { say } = useCatalog('self-booking', words)
  const [told, setTold] = useState<Decide['told']>(null)
  const approving = useAct(selfBooking.approveSelfBooking)
  const declining = useAct(selfBooking.declineSelfBooking)
  const settling = useAct(selfBooking.settleSelfBooking)

  const reopening = useAct(selfBooking.reopenSelfBooking)
  const restoring = useAct(arrival.undoVisit)

  const offerBack = (text: string, name: string, back: () => Promise<Result<unknown, string>>): void => {
    offerUndo(text, say('undo'), () =>
      takeBack(
        async () => {
          const answer = await back()
          return answer.ok ? ok({ text: say('undone', { name }) }) : answer
        },
        { failed: (why) => say('undoFailed', { why }), fault: () => say('failed') },
        [selfBooking.listSelfBookings],
      ),
    )
  }
  const run = async (work: Promise<Outcome>, done: string, name = '', back: Back | null = null): Promise<void> => {
    try {
      const answer = await work
      if (!answer.ok) setTold({ text: say(refused[answer.error.reason]), isBad: true })
      else if (back === null) setTold({ text: done, isBad: false })
      else {
        setTold(null)
        offerBack(done, name, () => back(answer.value.version))
      }
    } catch {
      setTold({ text: say('failed'), isBad: true })
    }
    await refresh(selfBooking.listSelfBookings)
  }
  return {
    isBusy: approving.isPending || declining.isPending || settling.isPending,
    told,
    approve: ({ appointmentId, version, patient }) =>
      run(
        approving.act({ appointmentId, version }),
        say('done_approved', { name: nameOf(patient) }),
        nameOf(patient),
        async (approved) => {
          const answer = await reopening.act({ appointmentId, version: approved })
          return answer.ok ? answer : refuse(say('undoLate'))
        },
      ),
    decline: ({ appointmentId, version, patient }, reason) =>
      run(
        declining.act({ appointmentId, version, reason }),
        say('done_declined', { name: nameOf(patient) }),
        nameOf(patient),
        async () => {
          const answer = await restoring.act({ appointmentId, from: 'cancelled' })
          if (answer.ok) return answer
          return refuse(say(answer.error.reason === 'opening-taken' ? 'undoTaken' : 'undoLate'))
        },
      ),
    settle: ({ appointmentId, version, patient }, same) =>
      run(
        settling.act({ appointmentId, version, samePatientId: same?.id ?? null }),
        same ? say('done_same', { name: nameOf(same) }) : say('done_new', { name: nameOf(patient) }),
      ),
  }
}
