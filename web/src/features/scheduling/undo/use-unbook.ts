import { scheduling } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import type { SchedulingSay } from '../words.ts'
import { takeBack } from './take-back.ts'

/** What was booked in one step. */
export type MadeBooking =
  | { readonly kind: 'visit'; readonly id: string; readonly version: number }
  | { readonly kind: 'chain'; readonly id: string }
  | { readonly kind: 'series'; readonly id: string }

type Told = { readonly text: string; readonly name: string; readonly when: string }

const why = { reason: 'booked-in-error', note: null } as const

/**
 * Offers to take a booking back: it is cancelled as booked in error. Also for who may not cancel, so that the key takes
 * back no older change in its place; it then says who can.
 */
export function useUnbook(say: SchedulingSay): (made: MadeBooking, told: Told) => void {
  const mayCancel = useMay('appointment.cancel')
  const cancel = useAct(scheduling.cancelAppointment)
  const cancelChain = useAct(scheduling.cancelChain)
  const cancelSeries = useAct(scheduling.cancelSeries)

  const cancelled = async (made: MadeBooking): Promise<boolean> => {
    if (made.kind === 'chain') return (await cancelChain.act({ chainId: made.id, ...why })).ok
    if (made.kind === 'series') return (await cancelSeries.act({ seriesId: made.id, ...why })).ok
    return (await cancel.act({ appointmentId: made.id, version: made.version, ...why })).ok
  }
  const unbook = (made: MadeBooking, { name, when }: Told): Promise<boolean> =>
    takeBack(say, async () => {
      if (!mayCancel) return refuse(say('unbookNotAllowed'))
      return (await cancelled(made)) ? ok({ text: say('undone_book', { name, when }) }) : refuse(say('undoTooLate'))
    })
  return (made, told) => offerUndo(told.text, say('undoKey'), () => unbook(made, told))
}
