import { mayRequire, registrationFields, requirements } from '@foyer/patients'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { sex } from './patients.ts'
import { id, patientLine, text } from './shapes.ts'

const fieldRequirement = z
  .object({ field: z.enum(registrationFields), requirement: z.enum(requirements) })
  .refine(({ field, requirement }) => mayRequire(field, requirement), { path: ['requirement'] })

const rules = z.object({
  /** Only what the practice set; where it said nothing, what is usual holds. */
  rules: z.array(
    z.object({
      /** Null: for every registration. */
      visitTypeId: id.nullable(),
      field: z.enum(registrationFields),
      requirement: z.enum(requirements),
    }),
  ),
})

export const readRegistrationRules = endpoint({
  method: 'GET',
  path: '/api/registration-rules',
  summary: 'What a registration asks for, by the practice and by visit type',
  access: 'practice.read',
  audit: null,
  reply: rules,
})

export const setRegistrationRules = endpoint({
  method: 'PUT',
  path: '/api/registration-rules',
  summary:
    'Say what a registration asks for, in general or for one visit type; what is left out goes back to the usual',
  access: 'practice.change',
  audit: 'registration-rules.change',
  body: z.object({
    visitTypeId: id.nullable(),
    rules: z
      .array(fieldRequirement)
      .max(registrationFields.length)
      .refine((all) => new Set(all.map(({ field }) => field)).size === all.length),
  }),
  reply: rules,
})

export const registerUrgent = endpoint({
  method: 'POST',
  path: '/api/patients/urgent',
  summary: 'Register somebody at once by whatever is known of them, be it nothing',
  access: 'patient.register',
  audit: 'patient.register-urgent',
  body: z.object({
    given: text(80).nullable().default(null),
    family: text(80).nullable().default(null),
    sex: sex.default('unknown'),
    /** Years, as they look; null where nobody would guess. */
    age: z.int().min(0).max(120).nullable().default(null),
    /** Counts before the age. */
    birthYear: z.int().min(1850).max(2200).nullable().default(null),
  }),
  reply: patientLine,
  refusals: { 'birth-date-ahead': z.object({}) },
})
