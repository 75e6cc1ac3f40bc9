import { askedDeclined, type Concept } from './concept.ts'

const cdcrec = 'urn:oid:2.16.840.1.113883.6.238'

/** OMB categories of race (62 FR 58782), coded as in US Core's `omb-race-category`; somebody may say more than one. */
export const races = [
  {
    code: 'american-indian',
    en: 'American Indian or Alaska Native',
    es: 'Indígena de las Américas o nativo de Alaska',
    coding: { system: cdcrec, code: '1002-5', display: 'American Indian or Alaska Native' },
  },
  { code: 'asian', en: 'Asian', es: 'Asiática', coding: { system: cdcrec, code: '2028-9', display: 'Asian' } },
  {
    code: 'black',
    en: 'Black or African American',
    es: 'Negra o afroamericana',
    coding: { system: cdcrec, code: '2054-5', display: 'Black or African American' },
  },
  {
    code: 'pacific-islander',
    en: 'Native Hawaiian or Other Pacific Islander',
    es: 'Nativa de Hawái o de otra isla del Pacífico',
    coding: { system: cdcrec, code: '2076-8', display: 'Native Hawaiian or Other Pacific Islander' },
  },
  { code: 'white', en: 'White', es: 'Blanca', coding: { system: cdcrec, code: '2106-3', display: 'White' } },
  { code: 'other', en: 'Other', es: 'Otra', coding: { system: cdcrec, code: '2131-1', display: 'Other Race' } },
  askedDeclined,
] as const satisfies readonly Concept[]

/** OMB categories of ethnicity (62 FR 58782), coded as in US Core's `omb-ethnicity-category`. */
export const ethnicities = [
  {
    code: 'hispanic',
    en: 'Hispanic or Latino',
    es: 'Hispana o latina',
    coding: { system: cdcrec, code: '2135-2', display: 'Hispanic or Latino' },
  },
  {
    code: 'not-hispanic',
    en: 'Not Hispanic or Latino',
    es: 'No hispana ni latina',
    coding: { system: cdcrec, code: '2186-5', display: 'Not Hispanic or Latino' },
  },
  askedDeclined,
] as const satisfies readonly Concept[]
