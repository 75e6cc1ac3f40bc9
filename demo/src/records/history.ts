import { ageAt } from '@foyer/patients'
import type { DemoPerson } from '../people/index.ts'
import type { PlannedEncounter } from '../plan.ts'
import { clinicians } from '../practice/resources.ts'
import { sites } from '../practice/sites.ts'
import { visitTypeByKey } from '../practice/visit-types.ts'
import type { Random } from '../random.ts'
import { dayMs, iso, minuteMs } from '../visits/slot.ts'

const reasons = {
  adult: [
    'Blood pressure',
    'Diabetes follow-up',
    'Back pain',
    'Cough',
    'Knee pain',
    'Medication review',
    'Headache',
    'Rash',
  ],
  child: ['Ear pain', 'Fever', 'Asthma follow-up', 'School form', 'Vaccines', 'Cough'],
} as const

/** New to the practice on their visit of today or later, so without a past here. */
const newcomers: ReadonlySet<string> = new Set(['amara-diallo', 'samir-aziz', 'luis-ortega'])

/** Who has been here before: most, and of the cast all but the new ones. */
export function knownPeople(random: Random, people: readonly DemoPerson[], cast: ReadonlySet<string>): Set<string> {
  const known = people.filter(({ key }) => (cast.has(key) ? !newcomers.has(key) : random.chance(0.55)))
  return new Set(known.map(({ key }) => key))
}

/** Visits that lie longer ago than the last month: up to three each, within four years. */
export function planEncounters(
  random: Random,
  people: readonly DemoPerson[],
  known: ReadonlySet<string>,
  now: number,
): PlannedEncounter[] {
  return people
    .filter(({ key }) => known.has(key))
    .flatMap((person) =>
      Array.from({ length: random.between(1, 3) }, () => encounter(random, person, now)).filter((one) => one !== null),
    )
    .toSorted((one, other) => (one.start < other.start ? -1 : 1))
}

function encounter(random: Random, person: DemoPerson, now: number): PlannedEncounter | null {
  const daysAgo = random.between(40, 1400)
  // Quarter hours between 15:00 and 22:00 UTC: within the day at both sites all year.
  const start = Math.floor(now / dayMs) * dayMs - daysAgo * dayMs + random.between(60, 87) * 15 * minuteMs
  const date = iso(start).slice(0, 10)
  const age = ageAt(person.birthDate, date)
  if (!age) return null
  const isChild = age.years < 18
  const able = clinicians.filter(({ site, specialty }) => {
    const isPediatric = specialty === 'Pediatrics'
    return site === person.site && specialty !== 'Physical therapy' && (site === 'dayton' || isPediatric === isChild)
  })
  const type = visitTypeByKey.get(
    isChild ? random.pick(['well-child', 'sick-child']) : random.pick(['annual', 'follow-up', 'follow-up']),
  )
  return {
    patient: person.key,
    start: iso(start),
    end: iso(start + (type?.durationMinutes ?? 20) * minuteMs),
    type: type?.name ?? 'Visit',
    reason: random.pick(isChild ? reasons.child : reasons.adult),
    place: sites.find(({ key }) => key === person.site)?.name ?? '',
    practitioner: random.pick(able).name,
  }
}
