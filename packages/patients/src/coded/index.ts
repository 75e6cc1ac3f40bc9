export { accessibilityNeeds } from './accessibility.ts'
export { askedDeclined, codesOf, type Concept, conceptText } from './concept.ts'
export { ethnicities, races } from './origins.ts'
export { birthSexes, genderIdentities } from './sexes.ts'
