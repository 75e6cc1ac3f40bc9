import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AppointmentStatus,
  appointmentStatuses,
  boardColumns,
  canMove,
  fhirAppointmentStatus,
  fhirEncounterStatus,
  mainNext,
  nextStatuses,
  type StatusStep,
  undoTarget,
} from './status.ts'

test('the whole table of moves', () => {
  const table = Object.fromEntries(appointmentStatuses.map((status) => [status, nextStatuses(status)]))
  expect(table).toEqual({
    booked: ['arrived', 'roomed', 'with-clinician', 'checked-out', 'no-show', 'cancelled'],
    arrived: ['roomed', 'with-clinician', 'checked-out'],
    roomed: ['with-clinician', 'checked-out'],
    'with-clinician': ['checked-out'],
    'checked-out': [],
    cancelled: [],
    'no-show': [],
  })
})

test('one touch after another walks over the board', () => {
  const walked: AppointmentStatus[] = ['booked']
  for (let next: AppointmentStatus | null = mainNext('booked'); next !== null; next = mainNext(next)) walked.push(next)
  expect(walked).toEqual(boardColumns)
  expect([mainNext('cancelled'), mainNext('no-show')]).toEqual([null, null])
})

test('no way leads back but undo', () => {
  expect(canMove('arrived', 'booked')).toBe(false)
  expect(canMove('arrived', 'arrived')).toBe(false)
  expect(canMove('arrived', 'no-show')).toBe(false)
  expect(canMove('arrived', 'with-clinician')).toBe(true)
})

test('the booking itself is not undone', () => {
  expect(undoTarget([])).toBe(null)
  expect(undoTarget([{ from: null, to: 'booked', undone: false }])).toBe(null)
})

test('any walk is undone step by step to the booking', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 6 }), (choices) => {
      let status: AppointmentStatus = 'booked'
      const history: StatusStep[] = [{ from: null, to: 'booked', undone: false }]
      const visited: AppointmentStatus[] = []
      for (const choice of choices) {
        const next: AppointmentStatus | undefined = nextStatuses(status)[choice]
        if (!next) continue
        visited.push(status)
        history.push({ from: status, to: next, undone: false })
        status = next
      }
      for (const before of visited.reverse()) {
        expect(undoTarget(history)).toBe(before)
        const last = history.findLastIndex((step) => !step.undone)
        history[last] = { ...(history[last] as StatusStep), undone: true }
      }
      expect(undoTarget(history)).toBe(null)
    }),
  )
})

test('a step after an undone one is the one that is undone next', () => {
  const history: StatusStep[] = [
    { from: null, to: 'booked', undone: false },
    { from: 'booked', to: 'no-show', undone: true },
    { from: 'booked', to: 'arrived', undone: false },
    { from: 'arrived', to: 'checked-out', undone: true },
  ]
  expect(undoTarget(history)).toBe('booked')
})

test('FHIR R4 codes', () => {
  expect(appointmentStatuses.map((status) => [fhirAppointmentStatus(status), fhirEncounterStatus(status)])).toEqual([
    ['booked', 'planned'],
    ['arrived', 'arrived'],
    ['checked-in', 'arrived'],
    ['fulfilled', 'in-progress'],
    ['fulfilled', 'finished'],
    ['cancelled', 'cancelled'],
    ['noshow', 'cancelled'],
  ])
})
