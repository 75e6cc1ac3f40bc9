export { DetailsSection } from './details-section.tsx'
