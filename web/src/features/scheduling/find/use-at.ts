import { scheduling } from '@foyer/contract'
import { mayFill } from '@foyer/scheduling'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { tellFault, tellIfOffline, tellRefusal, type Told } from '../refusals.ts'
import type { Opening, VisitType } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { Wish } from '../wish/wish.ts'
import type { SchedulingSay } from '../words.ts'

/** A start in somebody's column, whether anything is offered there or not. */
export type At = {
  readonly siteId: string
  /** Civil date at the site. */
  readonly date: string
  /** Instant in UTC. */
  readonly start: string
  readonly resourceId: string
}

type AtOptions = {
  readonly siteId: string
  readonly today: string
  readonly wish: Wish
  readonly patientId: string | null
  readonly personName: string
  readonly names: Names
  readonly say: SchedulingSay
  readonly tell: (told: Told | null) => void
  readonly onWish: (wish: Wish) => void
  readonly onOpening: (opening: Opening, visitTypeId: string) => void
}

/** Booking at a named start: what the visit needs besides is chosen there, then it is held as any opening is. */
export function useAt(options: AtOptions) {
  const { siteId, today, wish, patientId, personName, names, say, tell, onWish, onOpening } = options
  const { visitTypes, resources } = usePractice()
  const [chosen, setChosen] = useState<At | null>(null)
  const ask = useAct(scheduling.openingAt)
  const typesFor = ({ resourceId }: At): readonly VisitType[] => {
    const resource = resources.find(({ id }) => id === resourceId)
    return visitTypes.filter(
      ({ active, rules: { seats = 1 }, roles }) =>
        active && seats === 1 && resource !== undefined && roles.some((role) => mayFill(role, resource)),
    )
  }
  /** One visit at that time, whatever was wished for before about when and how often. */
  const wishAt = ({ siteId: at, resourceId, date }: At): Wish => ({
    ...wish,
    siteId: at === siteId ? null : at,
    clinicianIds: [resourceId],
    withoutIds: wish.withoutIds.filter((id) => id !== resourceId),
    when: { from: date, to: date },
    dayParts: [],
    weekdays: [],
    times: null,
    not: [],
    then: [],
    chainTypeId: null,
    repeat: null,
    walkIn: wish.walkIn && date === today,
  })

  const bookAs = async (at: At, visitTypeId: string) => {
    if (ask.isPending) return
    const offline = tellIfOffline(say)
    tell(offline)
    if (offline) return
    setChosen(null)
    onWish({ ...wishAt(at), visitTypeId })
    try {
      const { start, resourceId } = at
      const { attributes, withoutIds, interpreter, walkIn } = wishAt(at)
      const asked = { visitTypeId, siteId: at.siteId, start, resourceId, patientId, interpreter, walkIn }
      const answer = await ask.act({ ...asked, attributes: [...attributes], withoutIds: [...withoutIds] })
      const elsewhere = at.siteId === siteId ? {} : { siteId: at.siteId }
      if (answer.ok) onOpening({ ...answer.value, ...elsewhere }, visitTypeId)
      else tell(tellRefusal(answer.error, { say, ...names.at(at.siteId), person: personName }))
    } catch (error) {
      tell(tellFault(error, say))
    }
  }

  return {
    chosen,
    types: chosen ? typesFor(chosen) : [],
    letGo: () => setChosen(null),
    bookAs,
    /** Where the wish says plainly which visit it is nothing more is asked. */
    begin: (at: At) => {
      tell(null)
      const isPlain = wish.then.length === 0 && wish.repeat === null && !wish.walkIn
      const type = typesFor(at).find(({ id }) => id === wish.visitTypeId)
      if (isPlain && type) return void bookAs(at, type.id)
      onWish(wishAt(at))
      setChosen(at)
    },
  }
}
