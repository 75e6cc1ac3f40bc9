import type { Concept } from './concept.ts'

/** Why a record is restricted. */
export const restrictionKinds = [
  { code: 'staff', en: 'Works here', es: 'Trabaja aquí', coding: null },
  {
    code: 'relative-of-staff',
    en: 'Relative of somebody who works here',
    es: 'Familiar de alguien que trabaja aquí',
    coding: null,
  },
  { code: 'vip', en: 'Known to the public', es: 'Persona conocida', coding: null },
  { code: 'requested', en: 'Asked for it', es: 'Lo pidió', coding: null },
] as const satisfies readonly Concept[]

/** How far a registration went. */
export const registrationStates = [
  { code: 'complete', en: 'complete', es: 'completo', coding: null },
  { code: 'partial', en: 'in part', es: 'en parte', coding: null },
  { code: 'urgent', en: 'urgent', es: 'urgente', coding: null },
] as const satisfies readonly Concept[]

/** What somebody last said to a text. */
export const consentDecisions = [
  { code: 'permit', en: 'signed', es: 'firmado', coding: null },
  { code: 'deny', en: 'declined', es: 'rechazado', coding: null },
  { code: 'revoked', en: 'taken back', es: 'retirado', coding: null },
] as const satisfies readonly Concept[]
