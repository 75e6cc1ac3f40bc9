import type { Catalog } from '../catalog.ts'

const en = {
  junior: 'Junior coordinator',
  coordinator: 'Coordinator',
  senior: 'Senior coordinator',
  lead: 'Lead',
  manager: 'Manager',
  clinician: 'Clinician',
  integrator: 'Other system',
  system: 'Foyer',
  patient: 'The person, online',
} as const

const es: Catalog<typeof en> = {
  junior: 'Coordinación junior',
  coordinator: 'Coordinación',
  senior: 'Coordinación sénior',
  lead: 'Responsable',
  manager: 'Gerencia',
  clinician: 'Personal clínico',
  integrator: 'Otro sistema',
  system: 'Foyer',
  patient: 'La persona, en línea',
}

/** The i18next namespace `roles`. */
export const words = { en, es } as const
