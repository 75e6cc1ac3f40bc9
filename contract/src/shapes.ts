import { isEmptyAddress } from '@foyer/patients'
import { z } from 'zod'

/** UUID of a record. */
export const id = z.uuid()
/** Civil date, `YYYY-MM-DD`. */
export const date = z.iso.date()
/** Instant in UTC, RFC 3339 with a final Z. */
export const instant = z.iso.datetime()
/** Minutes since local midnight, 0 to 1440. */
export const minute = z.int().min(0).max(1440)
/** Whole cents of US dollars. */
export const cents = z.int()
/** IANA time zone name. */
export const timeZone = z.string().min(1).max(64)
/** BCP 47 language tag. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
export const weekday = z.int().min(1).max(7)

/** Nothing to say but that it was done. */
export const done = z.object({})

export function text(longest: number): z.ZodString {
  return z.string().trim().min(1).max(longest)
}

export const resourceKind = z.enum(['practitioner', 'room', 'device', 'interpreter'])
/** Part of a visit that a resource fills; the visit type names its own, `clinician` leads. */
export const roleName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
export const appointmentStatus = z.enum([
  'booked',
  'arrived',
  'roomed',
  'with-clinician',
  'checked-out',
  'cancelled',
  'no-show',
])

export const personName = z.object({
  given: text(80),
  middle: text(80).optional(),
  family: text(80),
  preferred: text(80).optional(),
  prefix: text(40).optional(),
  suffix: text(40).optional(),
})

export const address = z.object({
  line: text(120),
  city: text(80),
  state: text(40),
  postalCode: text(20),
})

const addressPart = (longest: number) => z.string().trim().max(longest).default('')

/** Where somebody lives, as far as it is known: a part that nobody knows is empty. */
export const homeAddress = z.object({
  line: addressPart(120),
  city: addressPart(80),
  state: addressPart(40),
  postalCode: addressPart(20),
})
/** Said anew: at least one part of it. */
export const saidHomeAddress = homeAddress.refine((said) => !isEmptyAddress(said))

/** A person in a list: always with two identifiers (birth date and MRN), so that nobody is taken for another. */
export const patientLine = z.object({
  id,
  mrn: z.string(),
  name: personName,
  birthDate: z.string(),
  language,
  interpreterNeeded: z.boolean(),
})
