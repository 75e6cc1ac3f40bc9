import { lazy } from 'react'

/** Loaded when it is opened. */
export const PeopleSection = lazy(async () => ({
  default: (await import('./people-section.tsx')).PeopleSection,
}))

export const EmergencyContactDialog = lazy(async () => ({
  default: (await import('./emergency-contact-dialog.tsx')).EmergencyContactDialog,
}))
