import { confidentialServices } from '@foyer/patients'
import { z } from 'zod'
import { changeOf } from './changes.ts'
import { endpoint } from './endpoint.ts'
import { chainType } from './practice/chain-types.ts'
import { holiday } from './practice/holidays.ts'
import { hoursRefusals, weeklyHours } from './practice/hours.ts'
import { payerShape } from './practice/payers.ts'
import { resourceShape } from './practice/resource.ts'
import { role } from './session.ts'
import { address, cents, id, language, resourceKind, roleName, text, timeZone } from './shapes.ts'

export * from './practice/blocks.ts'
export * from './practice/chain-types.ts'
export * from './practice/dated-hours.ts'
export * from './practice/holidays.ts'
export * from './practice/payers.ts'
export * from './practice/templates.ts'
export { resourceShape, weeklyHours }

export const siteShape = z.object({
  id,
  name: z.string(),
  timeZone,
  phone: z.string().nullable(),
  address: address.nullable(),
  active: z.boolean(),
})

/** Such as `mri-trained`; languages count as `speaks-es` by themselves. */
const attribute = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const days = z.int().min(0).max(3650)

export const visitTypeRules = z.object({
  phases: z
    .array(
      z.object({
        name: text(60),
        offsetMinutes: z.int().min(0).max(600),
        durationMinutes: z.int().min(5).max(600),
      }),
    )
    .max(8)
    .optional(),
  bufferBeforeMinutes: z.int().min(0).max(120).optional(),
  leadMinutes: z.int().min(0).max(525_600).optional(),
  horizonDays: days.optional(),
  gridMinutes: z.int().min(5).max(240).optional(),
  caps: z
    .object({ perDay: z.int().min(0).max(500).optional(), perLeadAndDay: z.int().min(0).max(500).optional() })
    .optional(),
  patient: z
    .object({
      minAge: z.int().min(0).max(130).optional(),
      maxAge: z.int().min(0).max(130).optional(),
      sexes: z.array(z.enum(['female', 'male', 'other', 'unknown'])).optional(),
      onlyPayerIds: z.array(id).max(50).optional(),
      notPayerIds: z.array(id).max(50).optional(),
      gap: z
        .object({ afterVisitTypeIds: z.array(id).max(50), minDays: days.optional(), maxDays: days.optional() })
        .optional(),
    })
    .optional(),
  seats: z.int().min(1).max(200).optional(),
  selfBooking: z.enum(['instant', 'approval']).optional(),
  selfBookingForNew: z.boolean().optional(),
  /** A service that is told to nobody but the patient unless they permit it. */
  confidential: z.enum(confidentialServices).optional(),
})

export const visitTypeShape = z.object({
  id,
  name: z.string(),
  nameEs: z.string(),
  durationMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  forNewPatients: z.boolean(),
  telehealth: z.boolean(),
  copayCents: cents.nullable(),
  /** One of the five signal colours; the name always stands beside it. */
  tone: z.enum(['ok', 'warn', 'bad', 'info', 'quiet']),
  prep: z.string().nullable(),
  prepEs: z.string().nullable(),
  active: z.boolean(),
  rules: visitTypeRules,
  roles: z.array(
    z.object({
      role: roleName,
      kind: resourceKind,
      candidates: z.array(id),
      requires: z.array(z.string()).optional(),
      phase: z.string().optional(),
    }),
  ),
})

export const staffShape = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  active: z.boolean(),
  homeSiteId: id.nullable(),
  hasTotp: z.boolean(),
})

export const readPractice = endpoint({
  method: 'GET',
  path: '/api/practice',
  summary: 'Sites, resources, visit types and payers of the practice',
  access: 'practice.read',
  audit: null,
  reply: z.object({
    name: z.string(),
    /** Whether messages leave; without a mail server they are kept in the outbox. */
    mailServer: z.boolean(),
    sites: z.array(siteShape),
    resources: z.array(resourceShape),
    visitTypes: z.array(visitTypeShape),
    payers: z.array(payerShape),
    holidays: z.array(holiday),
    chainTypes: z.array(chainType),
  }),
})

const siteBody = z.object({
  name: text(120),
  timeZone,
  phone: text(40).nullable().default(null),
  address: address.nullable().default(null),
  active: z.boolean().default(true),
})

export const addSite = endpoint({
  method: 'POST',
  path: '/api/sites',
  summary: 'Add a site',
  access: 'practice.change',
  audit: 'site.add',
  body: siteBody,
  reply: siteShape,
  refusals: { 'unknown-time-zone': z.object({}) },
})

export const changeSite = endpoint({
  method: 'PUT',
  path: '/api/sites/:siteId',
  summary: 'Change a site',
  access: 'practice.change',
  audit: 'site.change',
  params: z.object({ siteId: id }),
  /** A field left out stays as it is. */
  body: changeOf(siteBody),
  reply: siteShape,
  refusals: { 'unknown-time-zone': z.object({}) },
})

const resourceBody = z.object({
  kind: resourceKind,
  name: text(120),
  siteId: id,
  specialty: text(80).nullable().default(null),
  languages: z.array(language).max(20).default([]),
  active: z.boolean().default(true),
  attributes: z.array(attribute).max(40).default([]),
  lanes: z.int().min(1).max(50).default(1),
  /** Most visits of new patients that begin with them on one day. */
  newPatientsPerDay: z.int().min(0).max(200).nullable().default(null),
  hours: z.array(weeklyHours).max(100),
})

export const addResource = endpoint({
  method: 'POST',
  path: '/api/resources',
  summary: 'Add a practitioner, room, device or interpreter with weekly hours',
  access: 'practice.change',
  audit: 'resource.add',
  body: resourceBody,
  reply: resourceShape,
  refusals: hoursRefusals,
})

export const changeResource = endpoint({
  method: 'PUT',
  path: '/api/resources/:resourceId',
  summary: 'Change a resource, and where hours are given its whole week',
  access: 'practice.change',
  audit: 'resource.change',
  params: z.object({ resourceId: id }),
  /** A field left out stays as it is: without hours the week does. */
  body: changeOf(resourceBody).extend({ hours: resourceBody.shape.hours.optional() }),
  reply: resourceShape,
  refusals: hoursRefusals,
})

const visitTypeBody = z.object({
  name: text(120),
  nameEs: text(120),
  durationMinutes: z.int().min(5).max(600),
  bufferAfterMinutes: z.int().min(0).max(120).default(0),
  forNewPatients: z.boolean().default(false),
  telehealth: z.boolean().default(false),
  copayCents: cents.min(0).nullable().default(null),
  tone: z.enum(['ok', 'warn', 'bad', 'info', 'quiet']).default('info'),
  prep: text(1000).nullable().default(null),
  prepEs: text(1000).nullable().default(null),
  active: z.boolean().default(true),
  rules: visitTypeRules.default({}),
  roles: z
    .array(
      z.object({
        role: roleName,
        kind: resourceKind,
        /** Empty: every resource of the kind that has what `requires` asks for. */
        candidates: z.array(id).max(1000),
        requires: z.array(attribute).max(10).optional(),
        /** One of `rules.phases`, from which the role has its time. */
        phase: z.string().max(60).optional(),
      }),
    )
    .min(1)
    .max(12),
})

const aboutRole = z.object({ role: roleName })

const visitTypeRefusals = {
  'unknown-resource': aboutRole,
  'role-twice': aboutRole,
  'unknown-phase': aboutRole,
  /** Nobody and nothing has what the role asks for. */
  'no-candidate': aboutRole,
  'phase-twice': z.object({ phase: z.string() }),
  /** It ends later than the visit. */
  'phase-too-late': z.object({ phase: z.string() }),
}

export const addVisitType = endpoint({
  method: 'POST',
  path: '/api/visit-types',
  summary: 'Add a visit type',
  access: 'practice.change',
  audit: 'visit-type.add',
  body: visitTypeBody,
  reply: visitTypeShape,
  refusals: visitTypeRefusals,
})

export const changeVisitType = endpoint({
  method: 'PUT',
  path: '/api/visit-types/:visitTypeId',
  summary: 'Change a visit type',
  access: 'practice.change',
  audit: 'visit-type.change',
  params: z.object({ visitTypeId: id }),
  /** A field left out stays as it is; rules that are sent are all there are. */
  body: changeOf(visitTypeBody),
  reply: visitTypeShape,
  refusals: visitTypeRefusals,
})

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/staff',
  summary: 'Who can sign in, with which role',
  access: 'staff.read',
  audit: null,
  reply: z.object({ staff: z.array(staffShape) }),
})

export const addStaff = endpoint({
  method: 'POST',
  path: '/api/staff',
  summary: 'Add a colleague with a first password',
  access: 'staff.change',
  audit: 'staff.add',
  body: z.object({
    name: text(120),
    email: z.email().max(200),
    role,
    homeSiteId: id.nullable().default(null),
    password: z.string().min(12).max(200),
  }),
  reply: staffShape,
  refusals: { 'email-taken': z.object({}) },
})

export const changeStaff = endpoint({
  method: 'PUT',
  path: '/api/staff/:staffId',
  summary: 'Change name, role or site of a colleague, or close the account (its sessions end at once)',
  access: 'staff.change',
  audit: 'staff.change',
  params: z.object({ staffId: id }),
  /** A site left out stays as it is. */
  body: z.object({ name: text(120), role, homeSiteId: id.nullable().optional(), active: z.boolean() }),
  reply: staffShape,
  refusals: { 'last-manager': z.object({}) },
})

export const makeApiKey = endpoint({
  method: 'POST',
  path: '/api/api-keys',
  summary: 'A key for another system (bearer token); shown once',
  access: 'staff.change',
  audit: 'api-key.make',
  body: z.object({ name: text(80) }),
  reply: z.object({ id, token: z.string() }),
})
