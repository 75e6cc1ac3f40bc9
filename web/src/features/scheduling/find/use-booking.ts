import { scheduling } from '@foyer/contract'
import { useEffect, useRef, useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { call } from '../../../app/client.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Hold, Opening, Person, SchedulingRefusal } from '../shapes.ts'
import type { SchedulingSay } from '../words.ts'

export type Held = { readonly hold: Hold; readonly opening: Opening; readonly visitTypeId: string }
export type Booked = { readonly person: Person; readonly opening: Opening; readonly visitTypeId: string }

type BookingOptions = {
  readonly siteId: string
  readonly person: Person | null
  readonly say: SchedulingSay
  readonly tell: (told: Told | null) => void
  /** Words for a refusal, and the openings that take the place of one that is gone. */
  readonly refused: (refusal: SchedulingRefusal, opening: Opening) => void
  readonly onBooked: (booked: Booked) => void
}

/** Hold, then book or let go. One opening at a time: the server lets the former go when another is held. */
export function useBooking({ siteId, person, say, tell, refused, onBooked }: BookingOptions) {
  const [held, setHeld] = useState<Held | null>(null)
  const hold = useAct(scheduling.holdOpening)
  const book = useAct(scheduling.bookAppointment)
  const release = useAct(scheduling.releaseHold)
  const isBusy = useRef(false)
  useLetGoOnLeave(held)

  /** One thing at a time: a second Enter before the answer means nothing. */
  const once = async (work: () => Promise<void>) => {
    if (isBusy.current) return
    const offline = tellIfOffline(say)
    if (offline) return tell(offline)
    isBusy.current = true
    try {
      await work()
    } catch (error) {
      tell(tellFault(error, say))
      void refresh(scheduling.readDay)
    } finally {
      isBusy.current = false
    }
  }

  const placeOf = (opening: Opening, visitTypeId: string) => ({
    visitTypeId,
    siteId,
    start: opening.start,
    assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
  })

  return {
    held,
    isHolding: hold.isPending,
    isBooking: book.isPending,
    hold: (opening: Opening, visitTypeId: string) =>
      once(async () => {
        tell(null)
        const answer = await hold.act({ ...placeOf(opening, visitTypeId), patientId: person?.id ?? null })
        setHeld(answer.ok ? { hold: answer.value, opening, visitTypeId } : null)
        if (!answer.ok) refused(answer.error, opening)
        void refresh(scheduling.readDay)
      }),
    book: (note: string) =>
      once(async () => {
        if (!held || !person) return
        const { opening, visitTypeId } = held
        const words = note.trim()
        const answer = await book.act({
          ...placeOf(opening, visitTypeId),
          patientId: person.id,
          holdId: held.hold.id,
          note: words === '' ? null : words,
        })
        const isGone = answer.ok || answer.error.reason === 'hold-expired' || answer.error.reason === 'opening-taken'
        if (isGone) setHeld(null)
        if (answer.ok) onBooked({ person, opening, visitTypeId })
        else refused(answer.error, opening)
        void refresh(scheduling.readDay)
      }),
    letGo: () =>
      once(async () => {
        if (!held) return
        setHeld(null)
        tell(null)
        await release.act({ holdId: held.hold.id })
        void refresh(scheduling.readDay)
      }),
    expire: () => {
      if (!held || isBusy.current) return
      setHeld(null)
      tell({ kind: 'warn', title: say('expiredTitle'), text: say('expiredText') })
      void refresh(scheduling.readDay)
    },
  }
}

/** Who leaves the page does not keep the time from the others. */
function useLetGoOnLeave(held: Held | null) {
  const latest = useRef(held)
  useEffect(() => {
    latest.current = held
  })
  useEffect(
    () => () => {
      const holdId = latest.current?.hold.id
      // The hold ends by itself after five minutes, should this not arrive.
      if (holdId) call(scheduling.releaseHold, { holdId }).catch(() => {})
    },
    [],
  )
}
