import { dateAt, Temporal } from '@foyer/kernel'
import { makeCast, makePeople } from './people/index.ts'
import type { DemoPlan, PlannedRelatedPerson } from './plan.ts'
import { chainTypes } from './practice/chain-types.ts'
import { consentTexts } from './practice/consent-texts.ts'
import { planHolidays } from './practice/holidays.ts'
import { planDirectory } from './practice/payer-directory.ts'
import { resources } from './practice/resources.ts'
import { chicagoZone, payers, sites, staff } from './practice/sites.ts'
import { visitTypes } from './practice/visit-types.ts'
import { seededRandom } from './random.ts'
import { planCoverages } from './records/coverages.ts'
import { planEstimates } from './records/estimates.ts'
import { knownPeople, planEncounters } from './records/history.ts'
import { planPatients } from './records/patients.ts'
import { planPayments } from './records/payments.ts'
import { planSpecial } from './records/special.ts'
import { planCalendar } from './visits/plan-calendar.ts'

export type DemoWish = {
  /** Civil date at the first site; that of `now` when absent. */
  readonly today?: string
  /** Instant around which everything is told. */
  readonly now: string
  readonly seed: number
  /** How many patients; 2,000 when absent. */
  readonly patients?: number
}

/** The whole demo practice at one moment. The same wish gives the same plan. */
export function planDemo(wish: DemoWish): DemoPlan {
  const instant = Temporal.Instant.from(wish.now).round({ smallestUnit: 'second', roundingMode: 'floor' })
  const moment = { now: instant.epochMilliseconds, today: wish.today ?? dateAt(instant, chicagoZone) }
  const random = seededRandom(wish.seed)
  const people = makePeople(wish.seed, wish.patients ?? 2000, moment.today)
  const cast = new Set(makeCast(moment.today).map(({ key }) => key))
  const known = knownPeople(random, people, cast)
  const encounters = planEncounters(random, people, known, moment.now)
  const holidays = planHolidays(moment.today)
  const calendar = planCalendar({ random, people, cast, known, moment, holidays })
  const coverages = planCoverages(random, people, moment)
  const atDesk = new Set(calendar.visits.filter(({ key }) => calendar.atDesk.has(key)).map(({ patient }) => patient))

  const firstSeen = new Map<string, number>()
  const firsts = [
    ...encounters.map(({ patient, start }) => [patient, start] as const),
    ...calendar.visits.map(({ patient, steps }) => [patient, steps[0]?.at ?? wish.now] as const),
  ]
  for (const [patient, at] of firsts)
    firstSeen.set(patient, Math.min(firstSeen.get(patient) ?? Infinity, Temporal.Instant.from(at).epochMilliseconds))

  const relatives = relatedPersons(people)
  const patients = planPatients(random, people, moment, { atDesk, firstSeen })
  const special = planSpecial(
    { patients, visits: calendar.visits, relatedPersons: relatives, cast },
    instant.toString(),
  )

  return {
    practice: { slug: 'riverside', name: 'Riverside Family Health' },
    sites,
    staff,
    resources,
    exceptions: calendar.exceptions,
    blocks: calendar.blocks,
    visitTypes,
    payers,
    directory: planDirectory(moment.today),
    consentTexts,
    ...special,
    relatedPersons: relatives,
    // Whoever came today, their card was looked at as they came.
    coverages: coverages.map((one) =>
      atDesk.has(one.patient) && !cast.has(one.patient)
        ? { ...one, checkedAt: instant.toString(), checkedSource: 'card' as const }
        : one,
    ),
    visits: calendar.visits,
    estimates: planEstimates(calendar.visits, moment, holidays),
    holidays,
    chainTypes,
    groupSessions: calendar.groupSessions,
    payments: planPayments(random, calendar.visits, coverages),
    encounters,
  }
}

function relatedPersons(people: ReturnType<typeof makePeople>): PlannedRelatedPerson[] {
  const sexes = new Map(people.map(({ key, sex }) => [key, sex]))
  const parents = people.flatMap(({ key, guardianKey, birthDate }): PlannedRelatedPerson[] => {
    if (!guardianKey) return []
    const relationship = sexes.get(guardianKey) === 'male' ? 'father' : 'mother'
    const authority = { kind: 'parent', scopes: [], since: birthDate, emergencyRank: 1 } as const
    return [{ patient: key, relative: guardianKey, relationship, ...authority }]
  })
  const daughter = {
    patient: 'maria-nguyen',
    relative: 'linh-nguyen',
    relationship: 'daughter',
    kind: 'may-know',
    scopes: ['schedule', 'leave-message'],
    since: '2022-05-02',
    emergencyRank: 1,
  } as const
  return [daughter, ...parents]
}
