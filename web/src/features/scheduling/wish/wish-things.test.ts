import { expect, test } from 'vitest'
import { completionsOf } from './complete.ts'
import { readWish } from './wish-text.ts'

const vocabulary = {
  visitTypes: [
    { id: 'mri', names: ['MRI', 'Resonancia'] },
    { id: 'infusion', names: ['Infusion room', 'Infusión'] },
  ],
  clinicians: [
    { id: 'okafor', name: 'Dr. Ada Okafor' },
    { id: 'vo', name: 'Thi Vo' },
  ],
  things: [
    { id: 'mri-1', name: 'MRI 1' },
    { id: 'mri-2', name: 'MRI 2' },
    { id: 'room-5', name: 'Room 5, procedures' },
    { id: 'room-infusion', name: 'Infusion room' },
    { id: 'class-room', name: 'Class room' },
  ],
}
const read = (text: string) => readWish(text, vocabulary, '2026-11-22')

test('a room, a device and an interpreter are wished for by name, beside the visit and who sees the patient', () => {
  expect(read('mri on mri 2 mornings')).toEqual({
    words: { visitTypeId: 'mri', clinicianIds: ['mri-2'], dayParts: ['morning'] },
    rest: '',
  })
  expect(read('resonancia con okafor en room 5').words).toEqual({
    visitTypeId: 'mri',
    clinicianIds: ['okafor', 'room-5'],
  })
  expect(read('room 5, procedures').words).toEqual({ clinicianIds: ['room-5'] })
  expect(read('mri thi vo').words).toEqual({ visitTypeId: 'mri', clinicianIds: ['vo'] })
})

test('the first word alone is no room and no device, and a visit type of the same name goes first', () => {
  expect(read('mri').words).toEqual({ visitTypeId: 'mri' })
  expect(read('class')).toEqual({ words: {}, rest: 'class' })
  expect(read('infusion room').words).toEqual({ visitTypeId: 'infusion' })
})

test('what begins the name of a room or a device is completed', () => {
  expect(completionsOf('mri on mri', vocabulary).map(({ label }) => label)).toEqual(['MRI 1', 'MRI 2'])
  expect(completionsOf('with roo', vocabulary).map(({ line }) => line)).toContain('with Room 5 procedures ')
})
