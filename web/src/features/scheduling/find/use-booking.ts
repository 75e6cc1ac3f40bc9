import { type CallInput, scheduling } from '@foyer/contract'
import { useEffect, useRef, useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { call } from '../../../app/client.ts'
import { settleBeforeUndo } from '../../../app/undo/undo-store.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Hold, LegRefusal, Opening, Overrides, Person, SchedulingRefusal } from '../shapes.ts'
import type { MadeBooking } from '../undo/use-unbook.ts'
import type { SchedulingSay } from '../words.ts'
import { legsOf } from './chain-offer.ts'
import { groupOf } from './group-of.ts'

/** What somebody is about to book. A seat of a group and a walk-in are not kept for anybody: they are booked as they are. */
export type Held = {
  readonly hold: Hold
  readonly holdIds: readonly string[]
  readonly opening: Opening
  readonly visitTypeId: string
  readonly overrides: Overrides | null
}
export type Booked = {
  readonly person: Person
  readonly opening: Opening
  readonly visitTypeId: string
  readonly made: MadeBooking
  readonly appointmentIds: readonly string[]
}

type Within = CallInput<typeof scheduling.holdOpening>['wish']

type BookingOptions = {
  readonly siteId: string
  /** The site that the openings were asked of. */
  readonly askedAt: string
  readonly person: Person | null
  readonly say: SchedulingSay
  readonly isWalkIn: boolean
  readonly within: Within
  readonly chain: { readonly name: string; readonly chainTypeId: string | null }
  readonly tell: (told: Told | null) => void
  /** Words for a refusal, and the openings that take the place of one that is gone. */
  readonly refused: (refusal: SchedulingRefusal | LegRefusal, opening: Opening) => void
  readonly onBooked: (booked: Booked) => void
}

/** Hold, then book or let go. One opening at a time: the server lets the former go when another is held. */
export function useBooking(options: BookingOptions) {
  const { siteId, askedAt, person, say, isWalkIn, within, chain, tell, refused, onBooked } = options
  const [held, setHeld] = useState<Held | null>(null)
  const hold = useAct(scheduling.holdOpening)
  const holdChain = useAct(scheduling.holdChain)
  const book = useAct(scheduling.bookAppointment)
  const bookChain = useAct(scheduling.bookChain)
  const join = useAct(scheduling.joinGroup)
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
    siteId: opening.siteId ?? siteId,
    start: opening.start,
    assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    // Whoever was named works where it was asked, not at another site.
    wish: within && (opening.siteId ?? siteId) !== askedAt ? { ...within, clinicianIds: [] } : within,
  })

  const keep = async (opening: Opening, visitTypeId: string, overrides: Overrides | null): Promise<Held | null> => {
    const patientId = person?.id ?? null
    const rest = { opening, visitTypeId, overrides }
    const { start, end, assignments, legs } = opening
    if (isWalkIn || groupOf(opening))
      return { ...rest, holdIds: [], hold: { id: '', expiresAt: end, start, end, assignments } }
    if (legs) {
      const answer = await holdChain.act({ legs: legsOf(legs, opening.siteId ?? siteId), patientId, overrides })
      if (!answer.ok) refused(answer.error, opening)
      if (!answer.ok) return null
      const { ids, expiresAt } = answer.value
      return { ...rest, holdIds: ids, hold: { id: ids[0] ?? '', expiresAt, start, end, assignments } }
    }
    const answer = await hold.act({ ...placeOf(opening, visitTypeId), patientId, overrides })
    if (!answer.ok) refused(answer.error, opening)
    return answer.ok ? { ...rest, holdIds: [answer.value.id], hold: answer.value } : null
  }

  const save = ({ opening, visitTypeId, overrides, holdIds }: Held, patientId: string, note: string | null) => {
    const groupSessionId = groupOf(opening)
    if (groupSessionId) return join.act({ groupSessionId, patientId, note, overrides, walkIn: isWalkIn })
    if (opening.legs)
      return bookChain.act({
        ...chain,
        patientId,
        legs: legsOf(opening.legs, opening.siteId ?? siteId),
        note,
        overrides,
      })
    const place = placeOf(opening, visitTypeId)
    return book.act({
      ...place,
      patientId,
      holdId: holdIds[0] ?? null,
      note,
      overrides,
      walkIn: isWalkIn,
    })
  }

  return {
    held,
    isHolding: hold.isPending || holdChain.isPending,
    isBooking: book.isPending || bookChain.isPending || join.isPending,
    hold: (opening: Opening, visitTypeId: string, overrides: Overrides | null = null) =>
      once(async () => {
        tell(null)
        setHeld(await keep(opening, visitTypeId, overrides))
        void refresh(scheduling.readDay)
      }),
    book: (note: string) =>
      once(async () => {
        if (!held || !person) return
        const { opening, visitTypeId } = held
        const words = note.trim()
        const answer = await save(held, person.id, words === '' ? null : words)
        if (answer.ok || answer.error.reason !== 'patient-busy') setHeld(null)
        if (answer.ok)
          onBooked({
            person,
            opening,
            visitTypeId,
            made: madeOf(answer.value),
            appointmentIds: 'legs' in answer.value ? answer.value.legs.map(({ id }) => id) : [answer.value.id],
          })
        else refused(answer.error, opening)
        void refresh(scheduling.readDay)
      }),
    /** Whoever takes another at once does not wait for it: the server lets the former go anyway. */
    letGo: () => {
      if (!held || isBusy.current) return
      setHeld(null)
      tell(null)
      const released = Promise.all(held.holdIds.map((holdId) => release.act({ holdId })))
        .catch((error: unknown) => tell(tellFault(error, say)))
        .finally(() => void refresh(scheduling.readDay))
      settleBeforeUndo(released)
    },
    expire: () => {
      if (!held || isBusy.current) return
      setHeld(null)
      tell({ kind: 'warn', title: say('expiredTitle'), text: say('expiredText') })
      void refresh(scheduling.readDay)
    },
  }
}

function madeOf(reply: { readonly id: string; readonly version?: number }): MadeBooking {
  return reply.version === undefined
    ? { kind: 'chain', id: reply.id }
    : { kind: 'visit', id: reply.id, version: reply.version }
}

/** Who leaves the page does not keep the time from the others. */
function useLetGoOnLeave(held: Held | null) {
  const latest = useRef(held)
  useEffect(() => {
    latest.current = held
  })
  useEffect(
    () => () => {
      // The holds end by themselves after five minutes, should this not arrive.
      for (const holdId of latest.current?.holdIds ?? []) call(scheduling.releaseHold, { holdId }).catch(() => {})
    },
    [],
  )
}
