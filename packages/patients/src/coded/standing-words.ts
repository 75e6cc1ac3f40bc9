import type { AuthorityKind, AuthorityScope } from '../authority/kinds.ts'
import type { AuthorityToday, BarReason } from '../authority/standing.ts'
import type { Concept } from './concept.ts'

const roleCode = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'

/** What somebody was made for the patient, coded as the actor of a FHIR Consent (value set security-role-type). */
export const authorityKindWords = [
  { code: 'parent', en: 'Parent', es: 'Madre o padre', coding: { system: roleCode, code: 'PRN', display: 'parent' } },
  {
    code: 'guardian',
    en: 'Guardian',
    es: 'Tutela legal',
    coding: { system: 'http://terminology.hl7.org/CodeSystem/v3-RoleClass', code: 'GUARD', display: 'guardian' },
  },
  {
    code: 'health-care-proxy',
    en: 'Health care proxy',
    es: 'Apoderado de salud',
    coding: { system: roleCode, code: 'HPOWATT', display: 'healthcare power of attorney' },
  },
  {
    code: 'power-of-attorney',
    en: 'Power of attorney',
    es: 'Poder notarial',
    coding: { system: roleCode, code: 'POWATT', display: 'power of attorney' },
  },
  {
    code: 'representative',
    en: 'Representative',
    es: 'Representante',
    coding: { system: roleCode, code: 'RESPRSN', display: 'responsible party' },
  },
  {
    code: 'guarantor',
    en: 'Pays the bills',
    es: 'Paga las cuentas',
    coding: { system: roleCode, code: 'GT', display: 'Guarantor' },
  },
  {
    code: 'may-know',
    en: 'May know',
    es: 'Puede saber',
    coding: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
      code: 'IRCP',
      display: 'information recipient',
    },
  },
  { code: 'may-leave-message', en: 'Message may be left', es: 'Se puede dejar recado', coding: null },
] as const satisfies readonly Concept<AuthorityKind>[]

export const authorityScopeWords = [
  { code: 'schedule', en: 'when visits are', es: 'cuándo son las citas', coding: null },
  { code: 'billing', en: 'bills and coverage', es: 'pagos y cobertura', coding: null },
  { code: 'clinical', en: 'health', es: 'salud', coding: null },
  { code: 'documents', en: 'copies of the record', es: 'copias del expediente', coding: null },
  { code: 'decide', en: 'decide and sign', es: 'decidir y firmar', coding: null },
  { code: 'messages', en: 'gets our messages', es: 'recibe nuestros mensajes', coding: null },
  { code: 'leave-message', en: 'a message may be left', es: 'se le puede dejar un recado', coding: null },
  { code: 'confidential', en: 'confidential services', es: 'servicios confidenciales', coding: null },
] as const satisfies readonly Concept<AuthorityScope>[]

export const authorityStateWords = [
  { code: 'in-force', en: 'in force', es: 'vigente', coding: null },
  { code: 'not-shown', en: 'document not shown yet', es: 'falta mostrar el documento', coding: null },
  { code: 'not-begun', en: 'not begun', es: 'no ha empezado', coding: null },
  { code: 'ended', en: 'ended', es: 'terminó', coding: null },
  { code: 'of-age', en: 'ended: the patient is of age', es: 'terminó: el paciente es mayor de edad', coding: null },
  {
    code: 'emancipated',
    en: 'ended: the patient decides alone',
    es: 'terminó: el paciente decide por sí mismo',
    coding: null,
  },
  { code: 'died', en: 'ended with the death', es: 'terminó con el fallecimiento', coding: null },
  { code: 'barred', en: 'ruled out', es: 'excluido', coding: null },
] as const satisfies readonly Concept<AuthorityToday['state']>[]

export const barReasonWords = [
  { code: 'patient-asked', en: 'The patient asked for it', es: 'El paciente lo pidió', coding: null },
  { code: 'court-order', en: 'A court ruled it', es: 'Lo ordenó un tribunal', coding: null },
  { code: 'endangers', en: 'It would put the patient in danger', es: 'Pondría en peligro al paciente', coding: null },
] as const satisfies readonly Concept<BarReason>[]
