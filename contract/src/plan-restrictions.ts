import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { done, id, instant, text } from './shapes.ts'

/** What the patient asked not to be told to their health plan (45 CFR 164.522(a)(1)(vi)). */
export const planRestriction = z.object({
  id,
  /** The one visit that is kept from the plan; null: every visit until it is taken back. */
  visit: z
    .object({ id, start: instant, timeZone: z.string(), visitType: z.string(), visitTypeEs: z.string() })
    .nullable(),
  remarks: z.string().nullable(),
  notedAt: instant,
  notedBy: z.string(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
})

export const listPlanRestrictions = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/plan-restrictions',
  summary: 'What the health plan is not told because the patient asked so, those in force first',
  access: 'patient.read',
  audit: 'plan-restriction.list',
  params: z.object({ patientId: id }),
  reply: z.object({
    restrictions: z.array(planRestriction),
    /** Visits of today and later that can be kept from the plan one by one. */
    visits: z.array(planRestriction.shape.visit.unwrap()),
    can: z.object({ change: z.boolean() }),
  }),
})

export const notePlanRestriction = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/plan-restrictions',
  summary: 'The patient pays in full themselves and asks that the health plan is not told',
  access: 'patient.change',
  audit: 'plan-restriction.note',
  params: z.object({ patientId: id }),
  body: z.object({
    /** Null: every visit until it is taken back. */
    appointmentId: id.nullable().default(null),
    remarks: text(200).nullable().default(null),
  }),
  reply: planRestriction,
  refusals: { 'noted-already': z.object({ restrictionId: id }) },
})

export const endPlanRestriction = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/plan-restrictions/:restrictionId/end',
  summary: 'The patient took it back: the plan may be told from now on',
  access: 'patient.change',
  audit: 'plan-restriction.end',
  params: z.object({ patientId: id, restrictionId: id }),
  reply: done,
  refusals: { 'ended-already': z.object({}) },
})
