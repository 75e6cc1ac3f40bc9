import { scheduling } from '@foyer/contract'
import { minuteAt, Temporal } from '@foyer/kernel'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Opening, Person, SeriesBooked, SeriesQuestion } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { type Missed, whyAllMissed } from './series-missed.ts'
import type { Repeat } from '../wish/wish.ts'
import type { SchedulingSay } from '../words.ts'

type SeriesOptions = {
  readonly siteId: string
  readonly zone: string
  readonly person: Person | null
  readonly visitTypeId: string | null
  readonly repeat: Repeat | null
  readonly names: Names
  readonly say: SchedulingSay
  readonly tell: (told: Told | null) => void
  readonly onBooked: (booked: SeriesBooked, person: Person, first: Opening) => void
  /** None of them could be booked. */
  readonly onMissed: (missed: readonly Missed[]) => void
}

/** A series that begins with a chosen opening: its plan, what is left out of it, and the booking of the rest. */
export function useSeries(options: SeriesOptions) {
  const { siteId, zone, person, visitTypeId, repeat, names, say, tell, onBooked, onMissed } = options
  const [first, setFirst] = useState<Opening | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const book = useAct(scheduling.bookSeries)
  const isOn = first !== null && repeat !== null && visitTypeId !== null
  const clinicianId = first?.assignments.find(({ role }) => role === 'clinician')?.resourceId ?? null
  const question =
    isOn && person
      ? {
          visitTypeId,
          siteId,
          patientId: person.id,
          rule: {
            ...repeat,
            from: names.dateOf(first.start),
            atMinute: minuteAt(Temporal.Instant.from(first.start), zone),
          },
          clinicianId,
        }
      : null
  const plan = useAsk(scheduling.planSeries, question ?? ({} as SeriesQuestion), { isEnabled: question !== null })
  const occurrences = question ? (plan.data?.occurrences ?? []) : []
  const wanted = occurrences.flatMap(({ occurrence, opening }) =>
    opening && !left.has(occurrence) ? [{ occurrence, opening }] : [],
  )

  const stop = () => {
    setFirst(null)
    setLeft(new Set())
  }
  const save = async () => {
    if (!question || !person || !first || wanted.length === 0 || book.isPending) return
    const offline = tellIfOffline(say)
    if (offline) return tell(offline)
    const { clinicianId: _, ...series } = question
    const exceptions = occurrences
      .filter(({ occurrence, opening }) => opening === null || left.has(occurrence))
      .map(({ occurrence }) => ({ occurrence, skip: true }))
    const chosen = wanted.map(({ occurrence, opening }) => ({
      occurrence,
      start: opening.start,
      assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    }))
    try {
      const answer = await book.act({ ...series, exceptions, occurrences: chosen })
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
    isBooking: book.isPending,
    isLeft: (occurrence: number) => left.has(occurrence),
    begin: setFirst,
    stop,
    save,
    /** Takes one out of the series, or back into it. */
    toggle: (occurrence: number) => {
      const next = new Set(left)
      if (!next.delete(occurrence)) next.add(occurrence)
      setLeft(next)
    },
  }
}
