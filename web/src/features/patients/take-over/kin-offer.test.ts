import { expect, test } from 'vitest'
import { noBesides } from '../registration/besides/besides.ts'
import { changedKin, kinOffer, newKin, saysKin } from './kin-offer.ts'
import { aRelated } from './testing.ts'

const linh = { ...noBesides, kinName: ' Linh Tran Nguyen ', kinRelationship: 'daughter', kinPhone: '312 555 0134' }
const offered = { name: 'Linh Tran Nguyen', relationship: 'daughter', phone: '312 555 0134' }

test('whom to call is offered, unless their phone stands on the record, however it is written', () => {
  expect(kinOffer(linh, [aRelated({ phone: '+13125550199' })], false)).toEqual({
    person: offered,
    known: null,
    phoneAsTold: null,
    isNew: true,
  })
  expect(kinOffer(linh, [aRelated({ phone: '+13125550134' })], false)).toBeNull()
  expect(kinOffer({ ...linh, kinName: '' }, [aRelated({ phone: '+13125550134' })], false)).toBeNull()
  expect(kinOffer(noBesides, [], false)).toBeNull()
  expect(saysKin(noBesides)).toBe(false)
  expect(saysKin({ ...noBesides, kinPhone: '5' })).toBe(true)
})

test('who is known by that name gets the phone; over another phone, or for one who is barred, only if it is chosen', () => {
  const known = (part: object) => kinOffer(linh, [aRelated({ name: 'linh tran nguyen', ...part })], false)
  expect(known({ phone: null })).toMatchObject({ known: { id: 'related' }, isNew: true })
  expect(known({ phone: '+13125550199' })).toMatchObject({ known: { id: 'related' }, isNew: false })
  expect(known({ phone: null, barred: 'court-order' })).toMatchObject({ isNew: false })
})

test('a name alone is offered where nobody bears it; a number too short to call is a note, once', () => {
  const named = { ...linh, kinPhone: '555 01' }
  expect(kinOffer(named, [], false)).toMatchObject({ person: { ...offered, phone: null }, phoneAsTold: '555 01' })
  expect(kinOffer(named, [aRelated({ name: 'Linh Tran Nguyen' })], false)).toMatchObject({
    person: null,
    phoneAsTold: '555 01',
  })
  expect(kinOffer(named, [aRelated({ name: 'Linh Tran Nguyen' })], true)).toBeNull()
  expect(kinOffer({ ...linh, kinName: '', kinPhone: '555 01' }, [], false)).toMatchObject({ person: null })
})

test('one who is new is called after those on record; of a name of one word the other part is not known', () => {
  expect(newKin(offered, [aRelated({ emergencyRank: 2 }), aRelated({ emergencyRank: null })])).toEqual({
    given: 'Linh',
    family: 'Tran Nguyen',
    relationship: 'daughter',
    phone: '312 555 0134',
    emergencyRank: 3,
  })
  expect(newKin({ ...offered, name: 'Linh' }, [])).toMatchObject({ given: 'Linh', family: '–', emergencyRank: 1 })
  expect(newKin({ ...offered, name: '' }, [aRelated({ emergencyRank: 9 })])).toMatchObject({
    given: '–',
    emergencyRank: null,
  })
})

test('who is on record stays as they are but for the phone, and is called in an emergency unless barred', () => {
  const known = aRelated({ name: 'Linh Nguyen', given: null, email: 'linh@example.org', relationship: 'sister' })
  expect(changedKin(known, '312 555 0134', [known])).toMatchObject({
    relatedPersonId: 'related',
    given: 'Linh',
    family: 'Nguyen',
    email: 'linh@example.org',
    relationship: 'sister',
    phone: '312 555 0134',
    emergencyRank: 1,
  })
  expect(changedKin({ ...known, emergencyRank: 4 }, '1', [known]).emergencyRank).toBe(4)
  const barred = aRelated({ barred: 'court-order' })
  expect(changedKin(barred, '312 555 0134', [barred])).toMatchObject({
    emergencyRank: null,
    barred: 'court-order',
  })
})
