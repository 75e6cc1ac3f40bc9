import { askedDeclined, type Concept, otherFlavor, unknownFlavor } from './concept.ts'

const gender = 'http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender'
const snomed = 'http://snomed.info/sct'

/** Sex assigned at birth: the extension us-core-birthsex, value set `http://hl7.org/fhir/us/core/ValueSet/birthsex`. */
export const birthSexes = [
  { code: 'female', en: 'Female', es: 'Femenino', coding: { system: gender, code: 'F', display: 'Female' } },
  { code: 'male', en: 'Male', es: 'Masculino', coding: { system: gender, code: 'M', display: 'Male' } },
  { code: 'other', en: 'Other', es: 'Otro', coding: otherFlavor },
  { code: 'unknown', en: 'Unknown', es: 'Desconocido', coding: unknownFlavor },
  askedDeclined,
] as const satisfies readonly Concept[]

/** The extension us-core-genderIdentity, value set VSAC 2.16.840.1.113762.1.4.1021.32. */
export const genderIdentities = [
  {
    code: 'female',
    en: 'Woman',
    es: 'Mujer',
    coding: { system: snomed, code: '446141000124107', display: 'Identifies as female gender (finding)' },
  },
  {
    code: 'male',
    en: 'Man',
    es: 'Hombre',
    coding: { system: snomed, code: '446151000124109', display: 'Identifies as male gender (finding)' },
  },
  {
    code: 'transgender-female',
    en: 'Transgender woman',
    es: 'Mujer transgénero',
    coding: { system: snomed, code: '407376001', display: 'Male-to-female transsexual (finding)' },
  },
  {
    code: 'transgender-male',
    en: 'Transgender man',
    es: 'Hombre transgénero',
    coding: { system: snomed, code: '407377005', display: 'Female-to-male transsexual (finding)' },
  },
  {
    code: 'non-binary',
    en: 'Non-binary',
    es: 'No binario',
    coding: { system: snomed, code: '446131000124102', display: 'Identifies as non-conforming gender (finding)' },
  },
  { code: 'other', en: 'Other', es: 'Otra', coding: otherFlavor },
  askedDeclined,
] as const satisfies readonly Concept[]

const administrative = 'http://hl7.org/fhir/administrative-gender'

/** FHIR's administrative gender: what stands on an insurance card. */
export const sexes = [
  {
    code: 'female',
    en: 'Female',
    es: 'Femenino',
    coding: { system: administrative, code: 'female', display: 'Female' },
  },
  { code: 'male', en: 'Male', es: 'Masculino', coding: { system: administrative, code: 'male', display: 'Male' } },
  { code: 'other', en: 'Other', es: 'Otro', coding: { system: administrative, code: 'other', display: 'Other' } },
  {
    code: 'unknown',
    en: 'Not known',
    es: 'No se sabe',
    coding: { system: administrative, code: 'unknown', display: 'Unknown' },
  },
] as const satisfies readonly Concept[]
