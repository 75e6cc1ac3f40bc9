export { DetailsForm } from './details-form.tsx'
export { DetailsSection } from './details-section.tsx'
