import { expect, test } from 'vitest'
import { noBesides } from '../registration/besides/besides.ts'
import { detailOffers, type Said, saidIn, saysDetails, withTaken } from './details-offers.ts'

const nothing = saidIn(noBesides)
const said = (part: Partial<Said>): Said => ({
  ...nothing,
  birthSex: 'female',
  race: ['white', 'asian'],
  accessibility: ['wheelchair'],
  employer: 'Riverside Mill',
  ...part,
})

test('offered is what the details do not say or say otherwise', () => {
  const typed = said({ birthSex: 'male', genderIdentity: 'male', ethnicity: 'asked-declined', employer: 'Prairie' })
  expect(detailOffers(typed, said({}))).toEqual([
    { key: 'birthSex', isNew: false },
    { key: 'genderIdentity', isNew: true },
    { key: 'ethnicity', isNew: true },
    { key: 'employer', isNew: false },
  ])
})

test('the same in another order or with blanks around it is no offer, and what nobody asked is none', () => {
  expect(detailOffers(said({ race: ['asian', 'white'], employer: ' riverside mill ' }), said({}))).toEqual([])
  expect(detailOffers(nothing, said({}))).toEqual([])
  expect(saysDetails(nothing)).toBe(false)
  expect(saysDetails(saidIn({ ...noBesides, employer: ' ', kinName: 'Linh', kinPhone: '312 555 0134' }))).toBe(false)
  expect(saysDetails(saidIn({ ...noBesides, accessibility: ['deaf'] }))).toBe(true)
})

test('races are taken over as they were said; needs add up and none is taken away', () => {
  const typed = said({ race: ['asian'], accessibility: ['deaf'] })
  expect(detailOffers(typed, said({}))).toEqual([
    { key: 'race', isNew: false },
    { key: 'accessibility', isNew: false },
  ])
  expect(withTaken(said({}), typed, ['race', 'accessibility'])).toEqual(
    said({ race: ['asian'], accessibility: ['wheelchair', 'deaf'] }),
  )
  expect(withTaken(said({}), typed, [])).toEqual(said({}))
  expect(detailOffers(said({ accessibility: ['deaf'] }), said({ accessibility: ['wheelchair', 'deaf'] }))).toEqual([])
  expect(detailOffers(typed, nothing)).toContainEqual({ key: 'accessibility', isNew: true })
})
