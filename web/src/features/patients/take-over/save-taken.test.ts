import { ok, refuse } from '@foyer/kernel'
import { expect, test } from 'vitest'
import type { Details } from '../details/shapes.ts'
import { noBesides } from '../registration/besides/besides.ts'
import { saidIn } from './details-offers.ts'
import { kinOffer, type Related } from './kin-offer.ts'
import { saveTaken, type Taken, type Ways } from './save-taken.ts'
import { aRelated } from './testing.ts'

const patientId = 'mai'
const details = {
  ...saidIn(noBesides),
  patientId,
  version: 4,
  birthDate: '1961-03',
  birthDateEstimated: true,
  sex: 'female',
  pronouns: 'she/her',
  multipleBirth: true,
  language: 'vi',
  languageAsked: true,
  furtherLanguages: ['en'],
  interpreterNeeded: true,
  occupation: 'Miller',
  accessibility: ['wheelchair'],
} as unknown as Details

const besides = {
  ...noBesides,
  ethnicity: 'hispanic' as const,
  race: ['white'] as const,
  accessibility: ['deaf'] as const,
  employer: 'Riverside Mill',
  kinName: 'Linh Nguyen',
  kinPhone: '312 555 0134',
}
const typed = saidIn(besides)
const seenKin = kinOffer(besides, [], true)
if (!seenKin) throw new Error('Linh is offered')
const desk = { patientId, version: 3, name: { given: 'Mai', family: 'Nguyen' }, birthDate: null }
const all: Taken = {
  patientId,
  desk,
  details: { keys: ['ethnicity', 'accessibility', 'employer'], typed, seen: details },
  kin: { besides, seen: seenKin },
}

/** A record that is saved in memory: each write raises its version, as on the server. */
function aRecord({
  people = [],
  refused = {},
}: {
  people?: Related[]
  refused?: Partial<Record<keyof Ways, unknown>>
}) {
  const sent: [keyof Ways, object][] = []
  let at = details
  const write = (way: keyof Ways) => async (input: object) => {
    if (refused[way] instanceof Error) throw refused[way]
    if (refused[way] !== undefined) return refuse({ reason: refused[way] })
    sent.push([way, input])
    at = { ...at, ...input, version: at.version + 1 }
    return ok(at)
  }
  const ways = {
    changePatient: write('changePatient'),
    readRecord: async () => ok(at),
    changeBackground: write('changeBackground'),
    changeLanguages: write('changeLanguages'),
    changeWork: write('changeWork'),
    listRelatives: async () => ok({ relatives: people }),
    addRelative: write('addRelative'),
    changeRelative: write('changeRelative'),
  } as unknown as Ways
  return { ways, sent }
}

test('each part goes the way of its form, upon the version of the one before; what was not chosen stays as it stands', async () => {
  const { ways, sent } = aRecord({})
  expect(await saveTaken(ways, all)).toEqual({ hasSaved: true, stop: null })
  expect(sent.map(([way]) => way)).toEqual([
    'changePatient',
    'changeBackground',
    'changeLanguages',
    'changeWork',
    'addRelative',
  ])
  expect(sent[1]?.[1]).toEqual({
    patientId,
    version: 5,
    birthDate: null,
    birthDateEstimated: true,
    sex: 'female',
    birthSex: null,
    genderIdentity: null,
    pronouns: 'she/her',
    multipleBirth: true,
    race: null,
    ethnicity: 'hispanic',
  })
  expect(sent[2]?.[1]).toEqual({
    patientId,
    version: 6,
    languages: ['vi', 'en'],
    languageAsked: true,
    interpreterNeeded: true,
    accessibility: ['wheelchair', 'deaf'],
  })
  expect(sent[3]?.[1]).toEqual({ patientId, version: 7, employer: 'Riverside Mill', occupation: 'Miller' })
  expect(sent[4]?.[1]).toMatchObject({ patientId, given: 'Linh', family: 'Nguyen', phone: '312 555 0134' })
})

test('where nothing of a part was chosen, nothing of it is sent', async () => {
  const { ways, sent } = aRecord({})
  const one: Taken = { patientId, desk: null, details: { keys: ['employer'], typed, seen: details }, kin: null }
  await saveTaken(ways, one)
  expect(sent.map(([way]) => way)).toEqual(['changeWork'])
})

test('the first that is refused stops the rest; what is saved before it is said to be saved', async () => {
  const second = aRecord({ refused: { changeBackground: 'changed-meanwhile' } })
  expect(await saveTaken(second.ways, all)).toEqual({
    hasSaved: true,
    stop: { refused: { reason: 'changed-meanwhile' } },
  })
  expect(second.sent.map(([way]) => way)).toEqual(['changePatient'])

  const first = aRecord({ refused: { changePatient: 'phone-unreadable' } })
  expect(await saveTaken(first.ways, all)).toMatchObject({ hasSaved: false })
  expect(first.sent).toEqual([])

  const error = new Error('offline')
  const last = aRecord({ refused: { addRelative: error } })
  expect(await saveTaken(last.ways, all)).toEqual({ hasSaved: true, stop: { error } })
  expect(last.sent).toHaveLength(4)
})

test('what a colleague said meanwhile is not overwritten; what they said of anything else does not matter', async () => {
  const { ways, sent } = aRecord({})
  const seen = (part: object): Taken => ({
    patientId,
    desk: null,
    details: { keys: ['employer'], typed, seen: { ...typed, employer: null, ...part } },
    kin: null,
  })
  expect(await saveTaken(ways, seen({ employer: 'Prairie Bakery' }))).toEqual({
    hasSaved: false,
    stop: { refused: { reason: 'changed-meanwhile' } },
  })
  expect(sent).toEqual([])
  expect(await saveTaken(ways, seen({ ethnicity: 'not-hispanic' }))).toMatchObject({ stop: null })
  expect(sent).toHaveLength(1)
})

test('nobody is written down twice, and one of that name who came meanwhile is looked at first', async () => {
  const kinOnly: Taken = { patientId, desk: null, details: null, kin: { besides, seen: seenKin } }
  const there = aRecord({ people: [aRelated({ phone: '+13125550134' })] })
  expect(await saveTaken(there.ways, kinOnly)).toEqual({ hasSaved: false, stop: null })
  expect(there.sent).toEqual([])

  const linh = aRelated({ name: 'Linh Nguyen' })
  const namesake = aRecord({ people: [linh] })
  expect(await saveTaken(namesake.ways, kinOnly)).toMatchObject({ stop: { refused: { reason: 'changed-meanwhile' } } })
  expect(namesake.sent).toEqual([])

  const seen = kinOffer(besides, [linh], true)
  if (!seen) throw new Error('Linh has no phone')
  const another = aRecord({ people: [{ ...linh, id: 'another' }] })
  expect(await saveTaken(another.ways, { ...kinOnly, kin: { besides, seen } })).toMatchObject({
    stop: { refused: { reason: 'changed-meanwhile' } },
  })
  expect(await saveTaken(namesake.ways, { ...kinOnly, kin: { besides, seen } })).toMatchObject({ stop: null })
  expect(namesake.sent).toEqual([
    ['changeRelative', expect.objectContaining({ relatedPersonId: 'related', phone: '312 555 0134' })],
  ])
})
