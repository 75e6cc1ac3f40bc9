/** The career ladder of the desk, then those who work beside it. Data: a practice's own roles can be added the same way. */
export const roles = ['junior', 'coordinator', 'senior', 'lead', 'manager', 'clinician', 'integrator'] as const
export type Role = (typeof roles)[number]

const junior = [
  'practice.read',
  'patient.search',
  'patient.read',
  'patient.register',
  'patient.break-glass',
  'consent.record',
  'document.read',
  'document.add',
  'schedule.read',
  'appointment.book',
  'visit.check-in',
  'visit.move',
  'coverage.ask',
  'payment.read',
  'payment.collect',
  'call.answer',
  'message.read',
] as const
const coordinator = [
  ...junior,
  'patient.change',
  'relative.change',
  'coverage.change',
  'estimate.make',
  'appointment.move',
  'appointment.cancel',
] as const
const senior = [
  ...coordinator,
  'payment.void',
  'appointment.override',
  'appointment.overbook',
  'schedule.block',
  'patient.merge',
  'patient.export',
  'document.remove',
  'coverage.raw',
] as const
const lead = [
  ...senior,
  'audit.read',
  'staff.read',
  'schedule.share',
  'measures.read',
  'patient.restrict',
  'privacy.review',
] as const
const manager = [...lead, 'practice.change', 'staff.change', 'patient.import'] as const
const clinician = [
  'practice.read',
  'patient.search',
  'patient.read',
  'patient.break-glass',
  'document.read',
  'schedule.read',
  'visit.move',
] as const
const integrator = ['practice.read', 'call.post'] as const

export type Permission = (typeof manager)[number] | (typeof integrator)[number]

export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  junior,
  coordinator,
  senior,
  lead,
  manager,
  clinician,
  integrator,
}

/** Who acts: staff by their role, or a patient for themselves. */
export type ActorRole = Role | 'patient'

/** Whoever acts for themselves has none of the desk's rights. */
export function roleMay(role: ActorRole, permission: Permission): boolean {
  return role !== 'patient' && permissionsOf[role].includes(permission)
}
