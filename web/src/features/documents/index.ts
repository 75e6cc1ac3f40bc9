import { lazy } from 'react'

export { PersonPhoto } from './person-photo.tsx'

/** Loaded when it is opened. */
export const DocumentsSection = lazy(async () => ({
  default: (await import('./documents-section.tsx')).DocumentsSection,
}))
