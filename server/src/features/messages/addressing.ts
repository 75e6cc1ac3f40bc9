import { addressEmail, type Addressing, type ConfidentialService, type Reader } from '@foyer/patients'
import type { Db } from '../../platform/database/organization-db.ts'
import { type PatientStanding, readStandings } from '../patients/index.ts'
import type { Addressee, Unaddressed } from './addressee.ts'
import { selectServices } from './store.ts'

// The one place that says where a message about a patient goes: by how they asked to be reached (45 CFR 164.522(b)), who
// acts for them (164.502(g)) and what is confidential. A message takes an Addressee, which nothing else makes; before one
// leaves, its address is looked at again.

export interface About {
  readonly patientId: string
  /** Visits that the message speaks of. */
  readonly appointmentIds: readonly string[]
}

function readersOf({ relatives }: PatientStanding): readonly Reader[] {
  return relatives.map(({ row, standing }) => ({
    id: row.id,
    name: row.given ?? row.name,
    emails: row.emails,
    language: row.language,
    standing,
  }))
}

/** Whom an e-mail about these services goes to; what is confidential in one of them is so in all. */
export function addressingOf(person: PatientStanding, services: readonly (ConfidentialService | null)[]): Addressing {
  const { patient, wish, emails, setting } = person
  const facts = { patient, wish, emails, relatives: readersOf(person) }
  const ordinary = addressEmail({ ...facts, service: null }, setting)
  const kept = services
    .filter((service) => service !== null)
    .map((service) => addressEmail({ ...facts, service }, setting))
  const [first = ordinary] = kept
  return kept.find(({ kind }) => kind === 'nobody') ?? kept.find((one) => !isSame(one, ordinary)) ?? first
}

function isSame(one: Addressing, other: Addressing): boolean {
  return one.kind === 'to' && other.kind === 'to' && one.recipient.to === other.recipient.to
}

/** For each of the messages its address, or that nobody may be written to and why. `now`: instant, UTC. */
export async function readersFor(
  db: Db,
  messages: readonly About[],
  now: string,
): Promise<readonly (Addressee | Unaddressed)[]> {
  const [people, services] = await Promise.all([
    readStandings(db, [...new Set(messages.map(({ patientId }) => patientId))], now),
    selectServices(db, [...new Set(messages.flatMap(({ appointmentIds }) => appointmentIds))]),
  ])
  return messages.map(({ patientId, appointmentIds }) => {
    const person = people.get(patientId)
    if (!person) throw new Error('a message is about somebody whom this practice knows')
    const addressing = addressingOf(
      person,
      appointmentIds.map((id) => services.get(id) ?? null),
    )
    const appointmentId = appointmentIds.find((id) => services.has(id)) ?? appointmentIds[0] ?? null
    if (addressing.kind === 'nobody') {
      const { name, language } = person.patient
      const { reason } = addressing
      return { to: null, relatedPersonId: null, reason, name, language, about: null, appointmentId } as Unaddressed
    }
    const { recipient } = addressing
    const about = recipient.relatedPersonId === null ? null : person.patient.name
    return { ...recipient, about, appointmentId } as Addressee
  })
}

/** The same for one message. Whoever gets no address still queues what was to be said: it waits for the desk. */
export async function readerFor(db: Db, message: About, now: string): Promise<Addressee | Unaddressed> {
  const [reader] = await readersFor(db, [message], now)
  if (!reader) throw new Error('each message has its answer')
  return reader
}

/** For each of the messages its address; null where nobody may be written to. */
export async function addresseesOf(
  db: Db,
  messages: readonly About[],
  now: string,
): Promise<readonly (Addressee | null)[]> {
  return (await readersFor(db, messages, now)).map((reader) => (reader.to === null ? null : reader))
}

export async function addresseeOf(db: Db, message: About, now: string): Promise<Addressee | null> {
  return (await addresseesOf(db, [message], now))[0] ?? null
}
