export { ConsentsForVisit } from './consents-for-visit.tsx'
export { ConsentsSection } from './consents-section.tsx'
export { useKindNames } from './use-words.ts'
