import { expect, test } from 'vitest'
import { besidesInput, noBesides, saidBesides } from './besides.ts'

test('nothing said is nothing sent', () => {
  expect(saidBesides(noBesides)).toEqual([])
  expect(besidesInput(noBesides)).toMatchObject({ race: null, employer: null, emergencyContact: null })
})

test('whom to call is said once there is a number that can be called, also without a name', () => {
  const named = { ...noBesides, kinName: ' Linh Nguyen ', kinRelationship: 'daughter', kinPhone: '555 01' }
  expect(saidBesides(named)).toEqual([])
  expect(besidesInput(named).emergencyContact).toEqual({ name: 'Linh Nguyen', relationship: 'daughter', phone: null })
  expect(saidBesides({ ...named, kinPhone: '312 555 0134' })).toEqual(['emergencyContact'])
  const unnamed = { ...named, kinName: '', kinPhone: '312 555 0134' }
  expect(besidesInput(unnamed).emergencyContact).toMatchObject({ name: '–', phone: '312 555 0134' })
})
