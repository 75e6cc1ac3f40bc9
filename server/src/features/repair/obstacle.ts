import { dateAt, Temporal } from '@foyer/kernel'
import type { Assignment, RepairPlace } from '@foyer/scheduling'
import type { MoveObstacle } from '../scheduling/index.ts'
import type { OvertakenBy } from './store.ts'

/** What stands in the way of a visit, from the reason for which a move was refused. */
export function obstacleOf(reason: string): OvertakenBy {
  if (reason === 'opening-taken') return 'place-taken'
  if (reason === 'patient-busy' || reason === 'people-busy') return 'patient-busy'
  return ['changed-meanwhile', 'not-movable', 'in-a-group', 'people-arrived'].includes(reason)
    ? 'visit-changed'
    : 'rule'
}

/** What stood against a place in a rehearsal. */
export interface Obstacle extends MoveObstacle {
  readonly place: RepairPlace
  readonly zone: string
}

/** A full cap stands against the whole day, or the day with this clinician; anything else against this very place. */
export function isAgainst({ caps, place, zone }: Obstacle, other: RepairPlace): boolean {
  if (isSamePlace(place, other)) return true
  if (caps.length === 0 || dateOf(other, zone) !== dateOf(place, zone)) return false
  return caps.includes('day') || leadOf(other) === leadOf(place)
}

function dateOf({ start }: RepairPlace, zone: string): string {
  return dateAt(Temporal.Instant.fromEpochMilliseconds(start), zone)
}

function leadOf({ assignments }: RepairPlace): string | undefined {
  return (assignments.find(({ role }) => role === 'clinician') ?? assignments[0])?.resourceId
}

function isSamePlace(a: RepairPlace, b: RepairPlace): boolean {
  return (
    a.start === b.start && a.assignments.every((one) => b.assignments.some((other) => isSameAssignment(one, other)))
  )
}

function isSameAssignment(a: Assignment, b: Assignment): boolean {
  return a.role === b.role && a.resourceId === b.resourceId
}
