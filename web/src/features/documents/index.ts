import { lazy } from 'react'

export { useKeptPicture } from './adding/use-kept-picture.ts'
export { CardCapture, type CardTaken } from './capture/card-capture.tsx'
export { LicenceCapture } from './capture/licence-capture.tsx'
export { PersonPhoto } from './person-photo.tsx'

/** Loaded when it is opened. */
export const DocumentsSection = lazy(async () => ({
  default: (await import('./documents-section.tsx')).DocumentsSection,
}))
