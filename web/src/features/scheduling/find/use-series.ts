import { type CallInput, scheduling } from '@foyer/contract'
import { bringsInterpreter } from '@foyer/scheduling'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Opening, Person, SeriesBooked, SeriesQuestion } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { bookedExceptions, exceptionsOf, type MovedTo, type Moves, ruleFrom } from './series-question.ts'
import { type Missed, whyAllMissed } from './series-missed.ts'
import type { Repeat } from '../wish/repeat.ts'
import type { SchedulingSay } from '../words.ts'

type OpeningsWish = CallInput<typeof scheduling.holdOpening>['wish']

type SeriesOptions = {
  readonly siteId: string
  readonly zone: string
  readonly person: Person | null
  readonly visitTypeId: string | null
  readonly repeat: Repeat | null
  /** What else was wished for. */
  readonly within: OpeningsWish
  readonly names: Names
  readonly say: SchedulingSay
  readonly tell: (told: Told | null) => void
  readonly onBooked: (booked: SeriesBooked, person: Person, first: Opening) => void
  /** None of them could be booked. */
  readonly onMissed: (missed: readonly Missed[]) => void
}

/** What was decided about single occurrences of the series `for`. */
type Decided = { readonly for: string; readonly left: ReadonlySet<number>; readonly moved: Moves }

export type Series = ReturnType<typeof useSeries>

/** A series that begins with a chosen opening: its plan, what is left out of it or moved, and the booking of the rest. */
export function useSeries(options: SeriesOptions) {
  const { siteId, zone, person, visitTypeId, repeat, within, names, say, tell, onBooked, onMissed } = options
  const [first, setFirst] = useState<Opening | null>(null)
  const [decided, setDecided] = useState<Decided>({ for: '', left: new Set(), moved: new Map() })
  const book = useAct(scheduling.bookSeries)
  const isOn = first !== null && repeat !== null && visitTypeId !== null
  const clinicianId = first?.assignments.find(({ role }) => role === 'clinician')?.resourceId ?? null
  const begun = isOn ? ruleFrom(repeat, first, zone) : null
  const ruled = JSON.stringify(begun?.rule)
  const { left, moved }: Decided =
    decided.for === ruled ? decided : { for: ruled, left: new Set(), moved: begun?.moves ?? new Map() }
  const series =
    isOn && begun && person
      ? { visitTypeId, siteId, patientId: person.id, rule: begun.rule, exceptions: exceptionsOf(moved) }
      : null
  const wish = wishOf(within)
  const interpreter = bringsInterpreter(first?.assignments ?? [])
  const question = series && { ...series, ...wish, interpreter, clinicianId }
  const plan = useAsk(scheduling.planSeries, question ?? ({} as SeriesQuestion), {
    isEnabled: question !== null,
    keepPrevious: true,
  })
  // While a moved occurrence is planned anew the plan before stays; another series begins with none.
  const isBefore = plan.isPlaceholderData
  const known = question && (!isBefore || decided.for === ruled) ? plan.data : undefined
  const occurrences = known?.occurrences ?? []
  const wanted = occurrences.flatMap(({ occurrence, opening }) =>
    opening && !left.has(occurrence) ? [{ occurrence, opening }] : [],
  )

  const stop = () => {
    setFirst(null)
    setDecided({ for: '', left: new Set(), moved: new Map() })
  }
  const save = async () => {
    if (!series || !person || !first || wanted.length === 0 || isBefore || book.isPending) return
    const offline = tellIfOffline(say)
    if (offline) return tell(offline)
    const exceptions = bookedExceptions(occurrences, moved, (occurrence) => left.has(occurrence), zone)
    const chosen = wanted.map(({ occurrence, opening }) => ({
      occurrence,
      start: opening.start,
      assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    }))
    try {
      const answer = await book.act({ ...series, exceptions, occurrences: chosen, ...(wish ? { wish } : {}) })
      if (answer.ok) {
        stop()
        onBooked(answer.value, person, first)
      } else {
        if (answer.error.reason === 'patient-deceased') {
          tell({ kind: 'warn', title: say('deceasedTitle'), text: say('deceasedText') })
          return
        }
        const { refused } = answer.error
        const text = say('seriesNoneText', { why: whyAllMissed(refused, names, say) })
        tell({ kind: 'warn', title: say('seriesNoneTitle'), text })
        stop()
        onMissed(refused)
      }
    } catch (error) {
      tell(tellFault(error, say))
    } finally {
      void refresh(scheduling.readDay, scheduling.findOpenings, scheduling.planSeries)
    }
  }
  return {
    isOn,
    occurrences,
    count: wanted.length,
    isPlanning: plan.isFetching,
    error: question ? plan.error : null,
    isTooLong: plan.error?.message === 'too-many-occurrences',
    isEmpty: known !== undefined && occurrences.length === 0,
    isBooking: book.isPending,
    isLeft: (occurrence: number) => left.has(occurrence),
    begin: setFirst,
    stop,
    save,
    /** Takes one out of the series, or back into it. */
    toggle: (occurrence: number) => {
      const next = new Set(left)
      if (!next.delete(occurrence)) next.add(occurrence)
      setDecided({ for: ruled, left: next, moved })
    },
    isMoved: (occurrence: number) => moved.has(occurrence),
    /** Another day or time for one of them; null gives it back the one it has by the rule. */
    moveTo: (occurrence: number, to: MovedTo | null) => {
      const next = new Map(moved)
      if (to) next.set(occurrence, to)
      else next.delete(occurrence)
      const stays = new Set([...left].filter((other) => other !== occurrence))
      setDecided({ for: ruled, left: stays, moved: next })
    },
  }
}

/** What every visit keeps to. The days are said by the rule: a series begins on one, and goes on beyond the dates looked at. */
function wishOf(within: OpeningsWish) {
  if (!within) return undefined
  const { clinicianIds, withoutIds, attributes, not, dayParts, times } = within
  return { clinicianIds, withoutIds, attributes, not, dayParts, ...(times ? { times } : {}) }
}
