import { dateAt, Temporal } from '@foyer/kernel'
import { type Availability, availabilityOf, type Resource } from './availability.ts'
import { datesBetween, localDays, minuteMs } from './local-day.ts'
import type { NearMiss, Opening, OpeningRequest, OpeningsAnswer } from './opening.ts'
import { bestFirst, type Ranked, ranking } from './opening-rank.ts'
import { bookable, type Option, searchOptions } from './opening-search.ts'
import { spread } from './opening-spread.ts'
import { fillSeats, seatsOf } from './seats.ts'

/** With fewer openings than this the answer also says what would have to change. */
const few = 3
const laterStepDays = 14

/**
 * Ranked openings for a wish, each with its reasons, and near misses when there are few.
 *
 * What is possible stands at `searchOptions`, how it is ranked at `ranking`, how the first nine are kept varied at
 * `spread`. The answer depends on nothing but the arguments.
 *
 * @param resources every candidate that may be offered; one that is missing is never free. With hours after `to` a later
 * opening can be named when there are few.
 * @param now epoch milliseconds
 */
export function findOpenings(
  request: OpeningRequest,
  resources: ReadonlyMap<string, Resource>,
  now: number,
): OpeningsAnswer {
  const availability = availabilityOf(resources)
  const found = search(request, availability, now)
  const openings = spread(found.ranked, request.limit).map(found.build)
  const near = openings.length < Math.min(few, request.limit) ? nearMisses(request, availability, now) : []
  return { openings, considered: found.ranked.length, near }
}

type Found = { readonly ranked: readonly Ranked[]; readonly build: (ranked: Ranked) => Opening }

function search(request: OpeningRequest, availability: Availability, now: number): Found {
  const seats = seatsOf(request.visitType, request.candidates)
  const days = localDays(datesBetween(request.from, request.to), request.zone)
  const options = searchOptions(request, days, seats, availability, now)
  const since = Math.max(bookable(request, now).start, days[0]?.start ?? 0)
  const { score, reasons } = ranking(request, seats, availability, since)
  const ranked = options.map((option) => ({ option, score: score(option) })).sort(bestFirst)
  const soonest = options.reduce((least, option) => Math.min(least, option.start), Infinity)

  function build({ option, score: points }: Ranked): Opening {
    const assignments = fillSeats(seats, availability, option.start, option.leadId) ?? []
    const end = option.start + request.visitType.durationMinutes * minuteMs
    return { start: option.start, end, assignments, score: points, reasons: reasons(option, soonest) }
  }
  return { ranked, build }
}

function nearMisses(request: OpeningRequest, availability: Availability, now: number): NearMiss[] {
  const near: NearMiss[] = []

  function offer(code: NearMiss['code'], changed: OpeningRequest, isNew: (option: Option) => boolean): void {
    const { ranked, build } = search(changed, availability, now)
    const best = ranked.find(({ option }) => isNew(option))
    if (best) near.push({ code, opening: build(best) })
  }

  const { dayParts = [], candidates = {} } = request
  if (dayParts.length > 0) {
    offer('other-day-part', { ...request, dayParts: [] }, (option) => !dayParts.includes(option.part))
  }
  const clinicians = candidates.clinician ?? []
  if (clinicians.length > 0) {
    const changed = { ...request, candidates: { ...candidates, clinician: [] } }
    offer('any-clinician', changed, (option) => !clinicians.includes(option.leadId))
  }
  const later = firstLater(request, availability, now)
  return later ? [...near, { code: 'later', opening: later }] : near
}

/** The first opening after `to`, as far as the hours of the lead are known and the horizon goes. */
function firstLater(request: OpeningRequest, availability: Availability, now: number): Opening | undefined {
  const [lead] = seatsOf(request.visitType, request.candidates)
  const last = Math.min(availability.lastOpen(lead?.candidates ?? []) ?? -Infinity, bookable(request, now).end)
  if (!Number.isFinite(last)) return undefined
  const lastDate = dateAt(Temporal.Instant.fromEpochMilliseconds(last), request.zone)
  for (let before = request.to; before < lastDate; ) {
    const day = Temporal.PlainDate.from(before)
    const to = day.add({ days: laterStepDays }).toString()
    const { ranked, build } = search({ ...request, from: day.add({ days: 1 }).toString(), to }, availability, now)
    const [first] = ranked.toSorted((a, b) => a.option.start - b.option.start || bestFirst(a, b))
    if (first) return build(first)
    before = to
  }
  return undefined
}
