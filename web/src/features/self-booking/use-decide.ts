import { selfBooking } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
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

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: { readonly reason: keyof typeof refused } }

export function nameOf({ name }: OnlineVisit['patient']): string {
  return `${name.preferred ?? name.given} ${name.family}`
}

export function useDecide(): Decide {
  const { say } = useCatalog('self-booking', words)
  const [told, setTold] = useState<Decide['told']>(null)
  const approving = useAct(selfBooking.approveSelfBooking)
  const declining = useAct(selfBooking.declineSelfBooking)
  const settling = useAct(selfBooking.settleSelfBooking)

  const run = async (work: Promise<Outcome>, done: string): Promise<void> => {
    try {
      const answer = await work
      setTold(answer.ok ? { text: done, isBad: false } : { text: say(refused[answer.error.reason]), isBad: true })
    } catch {
      setTold({ text: say('failed'), isBad: true })
    }
    await refresh(selfBooking.listSelfBookings)
  }
  return {
    isBusy: approving.isPending || declining.isPending || settling.isPending,
    told,
    approve: ({ appointmentId, version, patient }) =>
      run(approving.act({ appointmentId, version }), say('done_approved', { name: nameOf(patient) })),
    decline: ({ appointmentId, version, patient }, reason) =>
      run(declining.act({ appointmentId, version, reason }), say('done_declined', { name: nameOf(patient) })),
    settle: ({ appointmentId, version, patient }, same) =>
      run(
        settling.act({ appointmentId, version, samePatientId: same?.id ?? null }),
        same ? say('done_same', { name: nameOf(same) }) : say('done_new', { name: nameOf(patient) }),
      ),
  }
}
