import { addDays } from '@foyer/kernel'
import type { DemoPerson } from '../people/index.ts'
import type { PlannedPatient } from '../plan.ts'
import type { Random } from '../random.ts'
import { dayMs, iso } from '../visits/slot.ts'
import type { Moment } from './coverages.ts'

/** Days ago on which the cast signed a consent and confirmed phone and address; null is never. */
const castDays: Readonly<Record<string, { readonly consent: number | null; readonly contact: number | null }>> = {
  'maria-nguyen': { consent: 386, contact: 12 },
  'linh-nguyen': { consent: 200, contact: 70 },
  'amara-diallo': { consent: null, contact: 3 },
  'harold-brandt': { consent: 100, contact: 0 },
  'nabil-haddad': { consent: 150, contact: 9 },
  'leila-haddad': { consent: 150, contact: 0 },
  'jun-park': { consent: 40, contact: 0 },
  'ines-cabral': { consent: 0, contact: 0 },
  'samir-aziz': { consent: 0, contact: 0 },
  'ola-nilsen': { consent: 91, contact: 0 },
  'ruth-mensah': { consent: 300, contact: 0 },
  'tom-becker': { consent: 60, contact: 20 },
  'grace-adeyemi': { consent: 33, contact: 15 },
  'devon-price': { consent: 210, contact: 5 },
  'luis-ortega': { consent: null, contact: 1 },
}

const firstMrn = 415_100

export type Facts = {
  /** Patients who stand at the desk today, or have: their contact was confirmed as they came. */
  readonly atDesk: ReadonlySet<string>
  /** When each was first heard of: a booking or a visit. */
  readonly firstSeen: ReadonlyMap<string, number>
}

/** Record numbers, consents and confirmations of plausible age. */
export function planPatients(
  random: Random,
  people: readonly DemoPerson[],
  { now, today }: Moment,
  { atDesk, firstSeen }: Facts,
): PlannedPatient[] {
  const ago = (days: number): string => addDays(today, -days)
  const given = new Set(people.flatMap(({ mrn }) => mrn ?? []))
  let number = firstMrn
  function nextMrn(): string {
    do number++
    while (given.has(String(number).padStart(8, '0')))
    return String(number).padStart(8, '0')
  }
  return people.map((person) => {
    const days = castDays[person.key]
    const consent = days
      ? days.consent
      : random.weighted([
          [random.between(1, 360), 80],
          [random.between(366, 700), 12],
          [null, 8],
        ])
    const contact = days
      ? days.contact
      : random.weighted([
          [random.between(1, 89), 60],
          [random.between(91, 500), 32],
          [null, 8],
        ])
    const since = firstSeen.get(person.key) ?? now - random.between(30, 900) * dayMs
    return {
      ...person,
      mrn: person.mrn ?? nextMrn(),
      consentSignedOn: consent === null ? null : ago(consent),
      contactConfirmedOn: !days && atDesk.has(person.key) ? today : contact === null ? null : ago(contact),
      createdAt: iso(since - random.between(1, 6) * 60_000),
    }
  })
}
