import { expect, test } from 'vitest'
import { leadRole, type Role, roleTime, type VisitTypeRule } from './visit-type.ts'

const clinician: Role = { name: 'clinician', kind: 'practitioner', candidates: ['a'] }
const device: Role = { name: 'device', kind: 'device', candidates: ['d'], offsetMinutes: 20, durationMinutes: 30 }
const room: Role = { name: 'room', kind: 'room', candidates: ['r'], offsetMinutes: 20 }
const visitType: VisitTypeRule = {
  id: 'scan',
  durationMinutes: 60,
  bufferAfterMinutes: 10,
  roles: [room, clinician, device],
}

test('a role that lasts until the end keeps its resource for the buffer, another does not', () => {
  const minutes = (role: Role): number[] => {
    const { start, end } = roleTime(visitType, role, 600_000)
    return [start / 60_000, end / 60_000]
  }
  expect([minutes(clinician), minutes(room), minutes(device)]).toEqual([
    [10, 80],
    [30, 80],
    [30, 60],
  ])
})

test('the clinician leads, else the first role', () => {
  expect(leadRole(visitType)).toBe(clinician)
  expect(leadRole({ ...visitType, roles: [device, room] })).toBe(device)
})
