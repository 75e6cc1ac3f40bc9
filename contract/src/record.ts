import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import {
  accessibilityNeed,
  administrativeSex,
  birthSex,
  contactPointBody,
  contactPreference,
  ethnicity,
  genderIdentity,
  otherName,
  place,
  race,
  recordShape,
} from './record-shapes.ts'
import { date, id, language, personName, saidHomeAddress, text } from './shapes.ts'

export {
  accessibilityNeed,
  birthSex,
  contactUse,
  ethnicity,
  genderIdentity,
  nameUse,
  placeUse,
  race,
} from './record-shapes.ts'

const params = z.object({ patientId: id })
/** Compared on every change, so that nobody writes over a colleague's work unseen. */
const version = z.int()
const changedMeanwhile = z.object({ version: z.int() })

export const readRecord = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/record',
  summary: 'The details of a person: names, ways of contact, places, languages, needs, background, work',
  access: 'patient.read',
  audit: 'record.read',
  params,
  reply: recordShape.extend({ can: z.object({ change: z.boolean() }) }),
})

export const changeBackground = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/background',
  summary: 'Birth date, sex and gender, pronouns, race and ethnicity as the person says them',
  access: 'patient.change',
  audit: 'record.background',
  params,
  body: z.object({
    version,
    /** Null: as it stands. */
    birthDate: z.union([date, z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)]).nullable(),
    birthDateEstimated: z.boolean(),
    sex: administrativeSex,
    birthSex: birthSex.nullable(),
    genderIdentity: genderIdentity.nullable(),
    pronouns: text(40).nullable(),
    multipleBirth: z.boolean().nullable(),
    race: z.array(race).max(8).nullable(),
    ethnicity: ethnicity.nullable(),
  }),
  reply: recordShape,
  refusals: {
    'changed-meanwhile': changedMeanwhile,
    'birth-date-ahead': z.object({}),
    /** Somebody either says it or does not want to. */
    'declined-and-answered': z.object({}),
  },
})

export const changeLanguages = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/languages',
  summary: 'Languages, best first, whether an interpreter is needed, and what helps the person to be seen',
  access: 'patient.change',
  audit: 'record.languages',
  params,
  body: z.object({
    version,
    /** The first is the one they are spoken to. */
    languages: z.array(language).min(1).max(8),
    /** True: they were asked, also where the answer is what stands there already. Another language than before says so too. */
    languageAsked: z.boolean().default(false),
    interpreterNeeded: z.boolean(),
    accessibility: z.array(accessibilityNeed).max(20),
  }),
  reply: recordShape,
  refusals: { 'changed-meanwhile': changedMeanwhile, 'language-twice': z.object({ language }) },
})

export const changeWork = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/work',
  summary: 'Employer and occupation',
  access: 'patient.change',
  audit: 'record.work',
  params,
  body: z.object({ version, employer: text(120).nullable(), occupation: text(120).nullable() }),
  reply: recordShape,
  refusals: { 'changed-meanwhile': changedMeanwhile },
})

export const changeGeneralPractitioner = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/general-practitioner',
  summary: 'Who cares for them first, as people write it',
  access: 'patient.change',
  audit: 'record.general-practitioner',
  params,
  body: z.object({ version, generalPractitioner: text(120).nullable() }),
  reply: recordShape,
  refusals: { 'changed-meanwhile': changedMeanwhile },
})

export const setDeath = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/death',
  summary: 'That the person died, with the day where it is known, or that this was a mistake',
  access: 'patient.change',
  audit: 'record.death',
  params,
  body: z.object({
    version,
    deceased: z.boolean(),
    /** Null: nobody knows the day. */
    on: date.nullable(),
  }),
  reply: recordShape,
  refusals: { 'changed-meanwhile': changedMeanwhile, 'date-ahead': z.object({}), 'before-birth': z.object({}) },
})

export const changeOwnName = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/name',
  summary: 'The name they go by today: corrected, or another one with the one before kept',
  access: 'patient.change',
  audit: 'record.name',
  params,
  body: z.object({
    version,
    name: personName,
    /** The name of before was right, and they had it until that day; null: it was a mistake. */
    keep: z.object({ use: z.enum(['old', 'maiden', 'official']), until: date.nullable() }).nullable(),
  }),
  reply: recordShape,
  refusals: {
    'changed-meanwhile': changedMeanwhile,
    'date-ahead': z.object({}),
    'official-twice': z.object({}),
  },
})

const nameRefusals = {
  'changed-meanwhile': changedMeanwhile,
  'name-empty': z.object({}),
  'period-backwards': z.object({}),
  'date-ahead': z.object({}),
  /** Nobody has two legal names at one time. */
  'official-twice': z.object({}),
}

export const addName = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record/names',
  summary: 'A name besides the one of today: legal, former, maiden',
  access: 'patient.change',
  audit: 'record.name.add',
  params,
  body: otherName.extend({ version }),
  reply: recordShape,
  refusals: nameRefusals,
})

export const changeName = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/names/:nameId',
  summary: 'Correct or end a name',
  access: 'patient.change',
  audit: 'record.name.change',
  params: z.object({ patientId: id, nameId: id }),
  body: otherName.extend({ version }),
  reply: recordShape,
  refusals: nameRefusals,
})

export const removeName = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record/names/:nameId/remove',
  summary: 'Take away a name that was never theirs',
  access: 'patient.change',
  audit: 'record.name.remove',
  params: z.object({ patientId: id, nameId: id }),
  body: z.object({ version }),
  reply: recordShape,
  refusals: { 'changed-meanwhile': changedMeanwhile },
})

export const moveHome = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record/move',
  summary: 'They live somewhere else from a day on; the home of before is kept with its time',
  access: 'patient.change',
  audit: 'record.move',
  params,
  body: z.object({ version, address: saidHomeAddress, on: date }),
  reply: recordShape,
  refusals: {
    'changed-meanwhile': changedMeanwhile,
    'date-ahead': z.object({}),
    'move-too-early': z.object({ earliest: date }),
    'same-address': z.object({}),
  },
})

export const correctAddress = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/address',
  summary: 'Today’s home as it should have stood there; nobody moved',
  access: 'patient.change',
  audit: 'record.address',
  params,
  body: z.object({ version, address: saidHomeAddress.nullable(), since: date.nullable() }),
  reply: recordShape,
  refusals: {
    'changed-meanwhile': changedMeanwhile,
    'date-ahead': z.object({}),
    /** They lived somewhere else until the day before this one. */
    'move-too-early': z.object({ earliest: date }),
  },
})

const formerHome = z.object({
  version,
  address: saidHomeAddress,
  /** First and last day there; null: nobody knows. */
  periodStart: date.nullable().default(null),
  periodEnd: date.nullable().default(null),
})

const formerHomeRefusals = {
  'changed-meanwhile': changedMeanwhile,
  'period-backwards': z.object({}),
  'date-ahead': z.object({}),
  /** They lived at another of their homes on one of these days. */
  'homes-overlap': z.object({}),
}

export const addFormerHome = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record/homes',
  summary: 'A home they left before anybody here noted it',
  access: 'patient.change',
  audit: 'record.home.add',
  params,
  body: formerHome,
  reply: recordShape,
  refusals: formerHomeRefusals,
})

export const changeFormerHome = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/homes/:placeId',
  summary: 'Correct a home they left, or when that was',
  access: 'patient.change',
  audit: 'record.home.change',
  params: z.object({ patientId: id, placeId: id }),
  body: formerHome,
  reply: recordShape,
  refusals: formerHomeRefusals,
})

const placeRefusals = { 'changed-meanwhile': changedMeanwhile, 'period-backwards': z.object({}) }

export const addPlace = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record/places',
  summary: 'Where they are for a while, where they work, where bills go',
  access: 'patient.change',
  audit: 'record.place.add',
  params,
  body: place.extend({ version }),
  reply: recordShape,
  refusals: placeRefusals,
})

export const changePlace = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/places/:placeId',
  summary: 'Correct or end such a place',
  access: 'patient.change',
  audit: 'record.place.change',
  params: z.object({ patientId: id, placeId: id }),
  body: place.extend({ version }),
  reply: recordShape,
  refusals: placeRefusals,
})

export const removeAddress = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record/places/:placeId/remove',
  summary: 'Take away a place or a former home that was never theirs',
  access: 'patient.change',
  audit: 'record.place.remove',
  params: z.object({ patientId: id, placeId: id }),
  body: z.object({ version }),
  reply: recordShape,
  refusals: { 'changed-meanwhile': changedMeanwhile },
})

export const setContactPoints = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/record/contacts',
  summary: 'All phones and e-mails of today, best first; one that is left out is kept as a former one',
  access: 'patient.change',
  audit: 'record.contacts',
  params,
  body: z.object({
    version,
    contactPreference: contactPreference.nullable(),
    contacts: z.array(contactPointBody).max(20),
    /** Of those left out: never theirs, so nothing is kept of them. */
    mistaken: z.array(id).max(20).default([]),
  }),
  reply: recordShape,
  refusals: {
    'changed-meanwhile': changedMeanwhile,
    'phone-unreadable': z.object({ value: z.string() }),
    'email-unreadable': z.object({ value: z.string() }),
    'contact-twice': z.object({ value: z.string() }),
  },
})
