import type { Body, patients } from '@foyer/contract'
import { dateAt, refuse, type Result, ok } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { emailContact, type NewContact, phoneContact, storedSearchName } from './contact.ts'
import { type PatientChange, siteZones } from './store.ts'

type PatientBody = Omit<Body<typeof patients.changePatient>, 'version'>

type FieldColumn =
  | 'given'
  | 'middle'
  | 'family'
  | 'preferred'
  | 'prefix'
  | 'suffix'
  | 'birth_date'
  | 'sex'
  | 'pronouns'
  | 'language'
  | 'language_asked'
  | 'interpreter_needed'
  | 'contact_preference'
  | 'address'
  | 'alerts'
  | 'search_name'

/** What somebody typed about a person, ready to be stored. */
export interface PatientFields {
  readonly columns: Required<Pick<PatientChange, FieldColumn>>
  readonly phone: NewContact | null
  readonly email: NewContact | null
}

type Unfit = { readonly reason: 'birth-date-ahead' } | { readonly reason: 'phone-unreadable' }

/** The latest of the civil dates at the sites: nobody is born, has moved or has changed their name after it. */
export async function latestToday(ctx: Ctx, db: Db): Promise<string> {
  const zones = await siteZones(db)
  return (
    (zones.length === 0 ? ['UTC'] : zones)
      .map((zone) => dateAt(ctx.now, zone))
      .toSorted()
      .at(-1) ?? ''
  )
}

export async function readFields(ctx: Ctx, db: Db, body: PatientBody): Promise<Result<PatientFields, Unfit>> {
  const phone = body.phone === null ? null : phoneContact(body.phone)
  if (body.phone !== null && phone === null) return refuse({ reason: 'phone-unreadable' })
  if (body.birthDate !== null && body.birthDate > (await latestToday(ctx, db)))
    return refuse({ reason: 'birth-date-ahead' })
  const { name } = body
  return ok({
    phone,
    email: body.email === null ? null : emailContact(body.email),
    columns: {
      given: name.given,
      middle: name.middle ?? null,
      family: name.family,
      preferred: name.preferred ?? null,
      prefix: name.prefix ?? null,
      suffix: name.suffix ?? null,
      birth_date: body.birthDate ?? '',
      sex: body.sex,
      pronouns: body.pronouns,
      // Written to in English until somebody asked.
      language: body.language ?? 'en',
      language_asked: body.language !== null,
      interpreter_needed: body.interpreterNeeded,
      contact_preference: body.contactPreference,
      address: body.address === null ? null : JSON.stringify(body.address),
      alerts: body.alerts,
      search_name: storedSearchName(name),
    },
  })
}
