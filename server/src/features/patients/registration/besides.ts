import type { Body, patients, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { askedDeclined } from '@foyer/patients'
import { type NewContact, phoneContact } from '../contact.ts'
import type { Fields } from '../history/record-change.ts'

type Spec = typeof patients.registerPatient

/** Whom to call first, as somebody named them at the desk. */
export interface EmergencyContact {
  readonly name: string
  readonly relationship: string
  readonly phone: NewContact | null
}

export interface Besides {
  readonly columns: {
    readonly birth_sex: string | null
    readonly gender_identity: string | null
    readonly race: string[] | null
    readonly ethnicity: string | null
    readonly accessibility: string[]
    readonly employer: string | null
  }
  readonly emergencyContact: EmergencyContact | null
}

/** What the desk asked besides, ready to be stored. */
export function readBesides(body: Body<Spec>): Result<Besides, Refusal<Spec>> {
  const race = body.race === null || body.race.length === 0 ? null : [...new Set(body.race)]
  if (race !== null && race.length > 1 && race.includes(askedDeclined.code))
    return refuse({ reason: 'declined-and-answered' })
  const whom = body.emergencyContact
  const phone = whom?.phone ? phoneContact(whom.phone) : null
  if (whom?.phone && phone === null) return refuse({ reason: 'relative-phone-unreadable' })
  return ok({
    columns: {
      birth_sex: body.birthSex,
      gender_identity: body.genderIdentity,
      race,
      ethnicity: body.ethnicity,
      accessibility: [...new Set(body.accessibility)],
      employer: body.employer,
    },
    emergencyContact: whom && { name: whom.name, relationship: whom.relationship, phone },
  })
}

/** What the history of the record tells of it, under the names of the contract. */
export function besidesFields({ columns, emergencyContact }: Besides): Fields {
  return {
    birthSex: columns.birth_sex,
    genderIdentity: columns.gender_identity,
    race: columns.race,
    ethnicity: columns.ethnicity,
    accessibility: columns.accessibility,
    employer: columns.employer,
    ...(emergencyContact && {
      'relative.name': emergencyContact.name,
      'relative.relationship': emergencyContact.relationship,
      'relative.phone': emergencyContact.phone?.value ?? null,
      'relative.emergencyRank': 1,
    }),
  }
}
